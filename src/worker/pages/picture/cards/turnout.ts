import { textFor } from "../../../../wording/text-for.ts";
import type { PictureRow } from "../picture.ts";
import type { CardFacts, PictureFacts } from "./facts.ts";

/** The ballots by mode, and the reference they are held against, on the scale of the larger of both. */
export function turnoutPicture({ race, language }: PictureFacts): CardFacts | null {
  const { turnout } = race;
  if (!turnout) return null;
  const { write, common, turnout: say, marks } = language;
  const { ballots, modes, reference, share } = turnout;
  const most = Math.max(ballots, reference?.ballots ?? 0, 1);
  const row = (label: string, n: number, more: Partial<PictureRow> = {}): PictureRow => ({
    label,
    value: write.count(n),
    bar: { from: 0, to: n / most },
    ...more,
  });
  const tags = [marks.tag, ...race.languages];
  const percent =
    share &&
    say.shareOf(
      share.low === share.high
        ? write.share(share.low)
        : common.range(write.share(share.low), write.share(share.high)),
    );
  return {
    rows: [
      row(say.total, ballots, { tone: "a" }),
      ...(modes.length > 1
        ? modes.map((one) => row(common.modes[one.mode], one.ballots, { tone: "a" }))
        : []),
      ...(reference
        ? [row(say.totalBefore(textFor(reference.label, tags)), reference.ballots)]
        : []),
    ],
    note: percent ?? undefined,
    asOf: turnout.asOf,
    sources: [turnout.source, ...(reference ? [reference.source] : [])],
  };
}
