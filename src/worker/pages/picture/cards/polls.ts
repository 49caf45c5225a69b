import { candidateStyles } from "../../../../cards/candidate-style.ts";
import type { PictureRow } from "../picture.ts";
import type { CardFacts, PictureFacts } from "./facts.ts";

/** The average with its interval, on one scale. */
export function pollsPicture({ race, language }: PictureFacts): CardFacts | null {
  const { polls } = race;
  if (!polls) return null;
  const { write, polls: say } = language;
  const styleOf = candidateStyles(race);
  const shares = polls.average.shares.filter(({ askedBy }) => !askedBy);
  const low = Math.min(...shares.map((one) => one.low ?? one.share ?? 0));
  const high = Math.max(...shares.map((one) => one.high ?? one.share ?? 0));
  const [from, to] = [Math.floor(low / 5) * 5, Math.max(Math.ceil(high / 5) * 5, 5)];
  const part = (share: number) => (share - from) / (to - from);
  const rows = shares.flatMap(({ candidate, share, ...interval }): PictureRow[] => {
    if (share === null) return [];
    const { label, tone } = styleOf(candidate);
    const bar = {
      from: part(interval.low ?? share),
      to: part(interval.high ?? share),
      at: part(share),
    };
    const range = `${write.share(interval.low ?? share)} – ${write.share(interval.high ?? share)}`;
    return [{ label, value: write.percent(write.share(share)), detail: range, tone, bar }];
  });
  return {
    rows,
    note: rows.length > 0 ? `${say.average} · ${say.interval}` : undefined,
    asOf: polls.average.asOf,
    sources: polls.recent.map(({ source }) => source),
  };
}
