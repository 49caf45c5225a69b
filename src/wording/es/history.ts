import type { HistoryFacts, HistoryWording } from "../history.ts";
import { list, write } from "./marks.ts";

export const history: HistoryWording = {
  headline,
  contests: {
    seat: "Este escaño",
    president: "Presidencia, aquí",
    governor: "Gobernación, aquí",
    senate: "Senado de EE. UU., aquí",
  },
  votes: "Votos",
  ahead: (points, lessThan) =>
    `ventaja de ${lessThan ? "menos de " : ""}${write.points(points)} ${points === 1 ? "punto" : "puntos"}`,
  won: "ganó",
  borders: (years) =>
    `Los límites del distrito cambiaron en ${list(years)}: los votos anteriores son de otro territorio.`,
  otherBorders: "otros límites",
  earlier: "Votaciones anteriores",
  holders: "Quién ha ocupado el escaño",
  years: "Años",
  since: (year) => `desde ${year}`,
};

function headline(facts: HistoryFacts): string {
  switch (facts.case) {
    case "none":
      return "Aún no se ha publicado ninguna votación anterior";
    case "votes":
      return "Cómo ha votado antes este distrito";
    case "held":
      return `De un mismo partido (${facts.by}) desde ${facts.atLeast ? "al menos " : ""}${facts.since}`;
    case "person":
      return `${facts.by} ocupa el escaño desde ${facts.atLeast ? "al menos " : ""}${facts.since}`;
    case "flipped":
      return `El escaño pasó de ${facts.from} a ${facts.to} en ${facts.since}`;
    case "last":
      return `${facts.name} ganó en ${facts.year}${facts.share === null ? "" : ` con ${facts.share}`}`;
  }
}
