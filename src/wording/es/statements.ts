import type { TurnoutFacts } from "../turnout.ts";
import {
  MAX_NAMES,
  type Margins,
  type Place,
  type QuietFigures,
  type StatementsWording,
} from "../statements.ts";
import { headlineShares } from "../headline-shares.ts";
import { count as countStatement } from "./count-statement.ts";
import { countLine, remark } from "./remarks.ts";
import { common } from "./common.ts";
import { correction } from "./correction.ts";
import { list, write } from "./marks.ts";
import { before } from "./turnout.ts";

export const statements: StatementsWording = {
  lead: (facts) => {
    switch (facts.case) {
      case "none":
        return "Todavía no se ha publicado ninguna encuesta de esta contienda";
      case "few":
        return "Muy pocas encuestas recientes para un promedio";
      case "single":
        return `${list(facts.top.names)} tiene ${percent(facts.top)} en las encuestas, que no preguntan por nadie más`;
      case "tie": {
        const { names } = facts.top;
        if (names.length > MAX_NAMES)
          return `${names.length} candidaturas empatan a ${percent(facts.top)} en las encuestas`;
        return names.length === facts.candidates
          ? `Empate a ${percent(facts.top)} en las encuestas`
          : `${list(names)} empatan a ${percent(facts.top)} en las encuestas`;
      }
      case "within":
      case "slight":
      case "clear": {
        const { top, next } = facts;
        const leader = namesOf(top);
        const [most, less] = headlineShares(write, top.share, next.share);
        if (facts.case === "clear")
          return `${leader} aventaja, ${most} a ${less}, en las encuestas`;
        return facts.case === "slight"
          ? `${leader} tiene ligera ventaja, ${most} a ${less}`
          : `Casi parejos: ${leader} ${most}, ${namesOf(next)} ${less}`;
      }
    }
  },
  count: countStatement,
  countLine,
  remark,
  disagreement: ({ publisher, candidate, points, ours, margins }) => {
    const by = `${write.points(points)} ${points === 1 ? "punto" : "puntos"}`;
    const average =
      ours.case === "ahead"
        ? `nuestro promedio da ${write.share(ours.points)} a ${ours.candidate}`
        : `en nuestro promedio empatan ${ours.names.length > MAX_NAMES ? `${ours.names.length} candidaturas` : list(ours.names)}`;
    return `${publisher} da ${by} de ventaja a ${candidate}; ${average}. ${MARGINS[margins]}`;
  },
  turnout,
  quiet: ({ what, until, law }) =>
    `${QUIET[what]}: no se pueden mostrar cifras hasta el ${until} (${law})`,
  correction,
  notPassedOn: (rows) =>
    `Las cifras de esta fuente pueden mostrarse en una tarjeta, pero no difundirse como datos: aquí ${rows === 1 ? "falta 1 fila" : `faltan ${write.count(rows)} filas`}, con lo que se calculó a partir de ellas`,
};

const QUIET: Readonly<Record<QuietFigures, string>> = {
  ...common.sections,
  new_polls: "Encuestas nuevas",
  exit_polls: "Encuestas a pie de urna",
};

const MARGINS: Readonly<Record<Margins, string>> = {
  bothInside: "Ambas diferencias están dentro del margen de error.",
  oursInside: "La diferencia en nuestro promedio está dentro del margen de error.",
  theirsInside: "Solo la diferencia en nuestro promedio supera el margen de error.",
  bothOutside: "Ambas diferencias superan el margen de error.",
  tieInside: "Esa diferencia está dentro del margen de error.",
  tieOutside: "Esa diferencia supera el margen de error de nuestro promedio.",
};

function percent(place: Place): string {
  return headlineShares(write, place.share, place.share)[0];
}

function namesOf({ names }: Place): string {
  return names.length > MAX_NAMES ? `${names.length} más` : list(names);
}

function turnout(facts: TurnoutFacts): string {
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
      const { percent: points, label } = facts;
      const than = `${points < 0 ? "menos" : "más"} que ${before(label)}`;
      return `${voted}, un ${write.percent(`${Math.abs(points)}`)} ${than}`;
    }
    case "times": {
      const compared =
        facts.times === 2
          ? "el doble que"
          : `${write.times(facts.times)} veces las que lo hicieron`;
      return `${voted}, ${compared} ${before(facts.label)}`;
    }
  }
}
