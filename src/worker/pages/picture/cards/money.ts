import { candidateStyles } from "../../../../cards/candidate-style.ts";
import type { CardFacts, PictureFacts } from "./facts.ts";

/** What each candidate raised, on the scale of the most. */
export function moneyPicture({ race, language }: PictureFacts): CardFacts | null {
  const { money } = race;
  if (!money) return null;
  const { write, money: say } = language;
  const styleOf = candidateStyles(race);
  const raised = money.candidates
    .flatMap(({ candidate, receipts }) => (receipts ? [{ candidate, receipts }] : []))
    .toSorted((a, b) => b.receipts.amount - a.receipts.amount);
  const most = Math.max(...raised.map(({ receipts }) => receipts.amount), 1);
  return {
    rows: raised.map(({ candidate, receipts }) => {
      const { label, tone } = styleOf(candidate);
      return {
        label,
        value: say.dollars(receipts),
        detail: `${say.raised}, ${say.through.toLowerCase()} ${write.day(receipts.asOf)}`,
        tone,
        bar: { from: 0, to: receipts.amount / most },
      };
    }),
    asOf: money.total?.asOf ?? raised[0]?.receipts.asOf ?? null,
    sources: [
      ...(money.total ? [money.total.source] : []),
      ...raised.map(({ receipts }) => receipts.source),
    ],
  };
}
