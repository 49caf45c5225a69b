import type { DollarsFacts, MoneyFacts, MoneyWording } from "../money.ts";
import { write } from "./marks.ts";

export const money: MoneyWording = {
  headline,
  dollars,
  thisRace: "Esta contienda",
  raised: "Recaudado",
  spent: "Gastado",
  onHand: "En caja",
  through: "Hasta el",
  outsideFor: "Gastado a su favor por otros",
  outsideAgainst: "Gastado en su contra por otros",
  outsideTotal: (amount) => `Otros gastaron ${amount} en la contienda.`,
  committees: (name, amount) =>
    `Comités nacionales del partido dieron ${amount} al lado de ${name}.`,
  total: "Lo que cuesta",
  before: "El máximo anterior",
  filings: "Recaudado, gastado y en caja",
};

function headline(facts: MoneyFacts): string {
  switch (facts.case) {
    case "none":
      return "Aún no se ha publicado ninguna cifra de dinero";
    case "known":
      return "Lo que se sabe del dinero en esta contienda";
    case "total":
      return `La contienda cuesta ${dollars(facts.total)}`;
    case "raised": {
      const { first, next } = facts;
      const more = next ? `; ${next.name}, ${dollars(next.raised)}` : "";
      return `${first.name} recaudó ${dollars(first.raised)}${more}`;
    }
  }
}

/** "$23.6 millones", "$450,000": millions to one decimal; Spanish has no word for a thousand of them. */
function dollars({ amount, atMost, atLeast, rounded }: DollarsFacts): string {
  const bound = atMost ? "hasta " : atLeast ? "más de " : rounded ? "cerca de " : "";
  if (amount < 999_500) return `${bound}$${write.count(Math.round(amount))}`;
  const millions = Math.round(amount / 1e5) / 10;
  return `${bound}$${write.points(millions)}\u00a0${millions === 1 ? "millón" : "millones"}`;
}
