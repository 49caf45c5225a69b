import type { DollarsFacts, MoneyFacts, MoneyWording } from "../money.ts";
import { write } from "./marks.ts";

export const money: MoneyWording = {
  headline,
  dollars,
  thisRace: "This race",
  raised: "Raised",
  spent: "Spent",
  onHand: "On hand",
  through: "Through",
  outsideFor: "Spent for them by others",
  outsideAgainst: "Spent against them by others",
  outsideTotal: (amount) => `Others spent ${amount} on the race.`,
  committees: (name, amount) => `National party committees gave ${name}’s side ${amount}.`,
  total: "What it costs",
  before: "The most before",
  filings: "Raised, spent and on hand",
};

function headline(facts: MoneyFacts): string {
  switch (facts.case) {
    case "none":
      return "No figures on money have been published yet";
    case "known":
      return "What is known of the money here";
    case "total":
      return `The race costs ${dollars(facts.total)}`;
    case "raised": {
      const { first, next } = facts;
      const more = next ? `, ${next.name} ${dollars(next.raised)}` : "";
      return `${first.name} raised ${dollars(first.raised)}${more}`;
    }
  }
}

/** "$23.6 million", "$450,000": millions to one decimal. */
function dollars({ amount, atMost, atLeast, rounded }: DollarsFacts): string {
  const bound = atMost ? "up to " : atLeast ? "more than " : rounded ? "about " : "";
  if (amount < 999_500) return `${bound}$${write.count(Math.round(amount))}`;
  const [unit, word] = amount < 999_950_000 ? [1e6, "million"] : [1e9, "billion"];
  return `${bound}$${write.times(amount / unit)}\u00a0${word}`;
}
