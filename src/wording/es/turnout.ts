import type { TurnoutWording } from "../turnout.ts";
import { common } from "./common.ts";
import { write } from "./marks.ts";

/** The reference round as the end of a sentence. */
function before(label: string): string {
  return `antes de ${label}`.replace("de el ", "del ");
}

export const turnout: TurnoutWording = {
  headline: (facts) => {
    if (facts.case === "none") return "Aún no se ha contado ningún voto emitido";
    const count = write.count(facts.ballots);
    const ballots = facts.rounded ? common.about(count) : count;
    const voted = `${ballots} personas ya votaron por anticipado`;
    switch (facts.case) {
      case "cast":
        return `Se han emitido ${ballots} votos`;
      case "early":
        return voted;
      case "same":
        return `${voted}, casi tantas como ${before(facts.label)}`;
      case "percent": {
        const { percent, label } = facts;
        const than = `${percent < 0 ? "menos" : "más"} que ${before(label)}`;
        return `${voted}, un ${write.percent(`${Math.abs(percent)}`)} ${than}`;
      }
      case "times": {
        const compared =
          facts.times === 2
            ? "el doble que"
            : `${write.times(facts.times)} veces las que lo hicieron`;
        return `${voted}, ${compared} ${before(facts.label)}`;
      }
    }
  },
  ballots: "Votos emitidos",
  total: "Total",
  totalBefore: (label) => `Total ${before(label)}`,
  shareOf: (percent) => `${percent} por ciento de los votantes registrados`,
  passed: (label, when) => `Al ${when} ya se superaba el total ${before(label)}`,
  running: (label) =>
    `Conteo acumulado${label === null ? "" : `; línea punteada: ${before(label)}`}`,
  rounded: "redondeado",
  byDay: "El conteo día a día",
};
