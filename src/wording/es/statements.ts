import { MAX_NAMES, type Margins, type Place, type StatementsWording } from "../statements.ts";
import { list, write } from "./marks.ts";

export const statements: StatementsWording = {
  lead: (facts) => {
    switch (facts.case) {
      case "none":
        return "Todavía no se ha publicado ninguna encuesta de esta contienda";
      case "old":
        return "Ninguna encuesta de esta contienda es tan reciente como para calcular un promedio";
      case "single":
        return `${list(facts.top.names)} tiene ${share(facts.top)} en las encuestas, que no preguntan por nadie más`;
      case "tie": {
        const { names } = facts.top;
        if (names.length > MAX_NAMES)
          return `${names.length} candidaturas empatan en primer lugar con ${share(facts.top)} en el promedio de encuestas`;
        const at = names.length === facts.candidates ? "con" : "en primer lugar con";
        return `${list(names)} empatan ${at} ${share(facts.top)} en el promedio de encuestas`;
      }
      case "within":
        return `${figures(facts.top)}, ${figures(facts.next)}: la diferencia cabe en el margen de error y nadie tiene clara ventaja`;
      case "clear": {
        const { top, next, candidates } = facts;
        const leader = list(top.names);
        if (candidates === 2)
          return `${leader} lidera el promedio de encuestas con ${share(top)} frente a ${share(next)} de ${namesOf(next)}`;
        const over = next.names.length > MAX_NAMES ? "" : ` sobre ${list(next.names)}`;
        return `${leader} lidera entre ${candidates} candidaturas con ${share(top)}, ${write.share(facts.points)} puntos de ventaja${over}`;
      }
    }
  },
  disagreement: ({ publisher, candidate, points, ours, margins }) => {
    const by = `${write.points(points)} ${points === 1 ? "punto" : "puntos"}`;
    const average =
      ours.case === "ahead"
        ? `nuestro promedio da ${write.share(ours.points)} a ${ours.candidate}`
        : `en nuestro promedio empatan ${ours.names.length > MAX_NAMES ? `${ours.names.length} candidaturas` : list(ours.names)}`;
    return `${publisher} da ${by} de ventaja a ${candidate}; ${average}. ${MARGINS[margins]}`;
  },
};

const MARGINS: Readonly<Record<Margins, string>> = {
  bothInside: "Ambas diferencias están dentro del margen de error.",
  oursInside: "La diferencia en nuestro promedio está dentro del margen de error.",
  theirsInside: "Solo la diferencia en nuestro promedio supera el margen de error.",
  bothOutside: "Ambas diferencias superan el margen de error.",
  tieInside: "Esa diferencia está dentro del margen de error.",
  tieOutside: "Esa diferencia supera el margen de error de nuestro promedio.",
};

function figures(place: Place): string {
  return `${namesOf(place)} ${share(place)}`;
}

function share(place: Place): string {
  return write.percent(write.share(place.share));
}

function namesOf({ names }: Place): string {
  return names.length > MAX_NAMES ? `${names.length} más` : list(names);
}
