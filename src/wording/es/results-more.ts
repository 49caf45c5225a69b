import type { ResultsMoreWording } from "../results.ts";
import { write } from "./marks.ts";

export const resultsMore: ResultsMoreWording = {
  area: { counties: "Condado", areas: "Zona" },
  reporting: "Con datos",
  reported: (counted, total) =>
    total === null
      ? `${write.count(counted)} hasta ahora`
      : `${write.count(counted)} de ${write.count(total)}`,
  estimated: (percent) => `cerca del ${percent}`,
  unreported: "aún sin datos",
  review: (since) => `en revisión desde el ${since}`,
  most: (name, votes) => `quien más tiene: ${name}, ${votes}`,
  all: (areas) => `Mostrar los ${write.count(areas)}`,
  first: (areas, of) => `Los primeros ${write.count(areas)} de ${write.count(of)}`,
  otherTime: (when) =>
    `De otro momento que los números de arriba${when === null ? "" : `: datos del ${when}`}`,
  none: "No se publican conteos por zona",
  mode: "Modalidad",
  projectedBy: (by, when) => `Proyección de ${by}, ${when}; no son votos contados`,
  seats: "Escaños",
  change: (since) => `Con signo: puntos más o menos que la parte que tuvo el partido en ${since}`,
  quota: (votes) => `Votos necesarios para un escaño: ${votes}`,
  elected: "con escaño",
  eliminated: "fuera",
  exhausted: "Agotadas",
};
