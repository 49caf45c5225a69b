import type { ResultsWording } from "../results.ts";
import { list, write } from "./marks.ts";

export const results: ResultsWording = {
  calledBy: (candidates, calls) =>
    `${few(candidates)}: anuncio de ${calls.map(({ caller, when }) => `${caller}, ${when}`).join("; ")}`,
  certifiedBy: (by, when) => `Certificado por ${by}, ${when}`,
  notCalled: "Aún no se ha declarado quién ganó",
  undecided: "Aún no hay resultado declarado",
  heads: { party: "Partido", choice: "Respuesta" },
  choices: { yes: "Sí", no: "No" },
  lowered: (area, votes) =>
    `${area ?? "La oficina electoral"} redujo su conteo en ${plural(votes, "voto")}`,
  projections: (projections) => `Proyecciones, no conteos (${projections})`,
  majority: "Más de la mitad de los votos (línea punteada) gana sin segunda vuelta",
  votes: "Votos",
  notReported: "sin datos",
  unopposed: "sin rival",
  ballot: { write_in: "por escrito", withdrawn: "se retiró", deceased: "falleció" },
  needed: (share) => `Línea punteada: ${share}`,
  seatsOf: (seats) => `${write.count(seats)} ${seats === 1 ? "escaño" : "escaños"}`,
  rounds: "Rondas",
  byArea: (of, total) =>
    `${of === "counties" ? "Por condado" : "Por zona"} (${write.count(total)})`,
  review: (area, since) => `En revisión desde el ${since}: ${area ?? "todo el conteo"}`,
  pinned: (area, since, why) =>
    `Fijado por la redacción desde el ${since}: ${area ?? "todo el conteo"} (${why})`,
  counted: (votes) => plural(votes, "voto"),
  outcomes: {
    won: "Gana",
    advances: "Avanza",
    runoff: "Segunda vuelta",
    passed: "Se aprueba",
    failed: "Se rechaza",
    retained: "Sigue en el cargo",
    removed: "Deja el cargo",
  },
};

/** Of more than two names, the first and how many others. */
function few(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} y ${names.length - 1} más` : list(names);
}

/** "1 voto", "2 lugares". */
function plural(count: number, one: string, many = `${one}s`): string {
  return `${write.count(count)} ${count === 1 ? one : many}`;
}
