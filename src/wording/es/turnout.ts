import type { TurnoutWording } from "../turnout.ts";

/** The reference round as the end of a sentence. */
export function before(label: string): string {
  return `antes de ${label}`.replace("de el ", "del ");
}

export const turnout: TurnoutWording = {
  ballots: "Votos emitidos",
  total: "Total",
  totalBefore: (label) => `Total ${before(label)}`,
  shareOf: (percent) => `${percent} por ciento de los votantes registrados`,
  running: (label) =>
    `Conteo acumulado${label === null ? "" : `; línea punteada: ${before(label)}`}`,
  rounded: "redondeado",
  byDay: "El conteo día a día",
};
