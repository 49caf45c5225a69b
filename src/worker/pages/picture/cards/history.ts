import { partyTones } from "../../../../cards/party-tones.ts";
import { textFor } from "../../../../wording/text-for.ts";
import type { CardFacts, PictureFacts } from "./facts.ts";

/** Who came first in each earlier vote, the latest first. */
export function historyPicture({ race, language }: PictureFacts): CardFacts | null {
  const { history } = race;
  if (!history) return null;
  const { write, history: say, marks } = language;
  const tags = [marks.tag, ...race.languages];
  const firsts = history.contests.flatMap(({ date, contest, name, source, choices }) => {
    const [first] = choices;
    const called = contest === "other" ? textFor(name ?? {}, tags) : say.contests[contest];
    return first ? [{ date, called, source, first }] : [];
  });
  const toneOf = partyTones(
    race,
    firsts.map(({ first }) => first.party),
  );
  return {
    rows: firsts.map(({ date, called, first }) => {
      const { who, party, share, margin, lessThan } = first;
      const value =
        share === null
          ? margin === null
            ? say.won
            : say.ahead(margin, lessThan)
          : write.percent(write.share(share));
      return {
        label: `${date.slice(0, 4)}: ${party ? `${who} (${party})` : who}`,
        value,
        detail: called,
        tone: toneOf(party),
        ...(share !== null && { bar: { from: 0, to: share / 100 } }),
      };
    }),
    asOf: null,
    sources: firsts.map(({ source }) => source),
  };
}
