import { cautious } from "../headline-shares.ts";
import type { CountedFacts, CountFacts, NeededFacts, StandingFacts } from "../count-statement.ts";
import { capitalized } from "../phrase.ts";
import type { CallFacts, FiguresFacts } from "../results.ts";
import { timeSpan } from "../time-span.ts";
import { list, write } from "./marks.ts";

const WORDS = "cero un dos tres cuatro cinco seis siete ocho nueve diez".split(" ");
const OF = {
  votes: "",
  ballots: " de las boletas",
  registered: " de los votantes registrados",
} as const;

/** "Handel 51.8%, Ossoff 48.2%; AP estima escrutado el 82%". */
export function count(facts: CountFacts): string {
  return capitalized(said(facts));
}

function said(facts: CountFacts): string {
  switch (facts.case) {
    case "none":
      return "Aún no se han contado votos";
    case "voting":
      return `Las urnas cierran ${closing(facts.closes)}`;
    case "unopposed":
      return `${few(facts.names)}, sin rival`;
    case "retracted":
      return `${few(facts.callers)} ${facts.callers.length > 1 ? "retiran sus declaraciones" : "retira su declaración"}; no hay ganador declarado`;
    case "recount":
      return `Nuevo recuento en marcha${facts.points === null ? "" : `; diferencia de ${facts.points} puntos porcentuales`}`;
    case "lot":
      return `Empate a ${plural(facts.votes, "voto")}; decidirá un sorteo`;
    case "called":
      return facts.calls.map((call) => called(call, facts)).join("; ");
    case "certified":
      return `Certificado el ${facts.date}: ${standing(facts.standing, true)}`;
    case "too_early":
      return "Aún es pronto para declarar ganador";
    case "too_close":
      return `Demasiado reñida${facts.apart === null ? "" : `: ${plural(facts.apart, "voto")} de diferencia`}`;
    case "ranked":
      return `Ronda ${facts.round} de ${facts.of}, ${facts.official ? "oficial" : "no oficial"}: ${facts.name}, ${facts.share} de las boletas activas`;
    case "counting": {
      const far = facts.counted === null ? "" : `; ${countedOf(facts.counted, facts.early)}`;
      const open = facts.complete ? "; no hay ganador declarado" : "";
      return `${facts.early ? "Primeros datos: " : ""}${standing(facts.standing)}${far}${open}`;
    }
  }
}

function called(
  { outcome, candidates, callers }: CallFacts,
  { question, trailing, runoffDate }: Extract<CountFacts, { case: "called" }>,
): string {
  const many = candidates.length > 1;
  const by = `según ${few(callers)}`;
  const wins = `${many ? "ganan" : "gana"} ${few(candidates)}`;
  switch (outcome) {
    case "won":
      return trailing
        ? `${few(callers)}: ${wins}, aunque ${many ? "van" : "va"} detrás en lo contado`
        : `${wins}, ${by}`;
    case "advances":
      return `${many ? "avanzan" : "avanza"} ${few(candidates)}, ${by}`;
    case "runoff":
      return `${few(candidates)}, a segunda vuelta${runoffDate === null ? "" : ` el ${runoffDate}`}`;
    case "passed":
    case "failed":
      return `se ${outcome === "passed" ? "aprueba" : "rechaza"} ${question}, ${by}`;
    case "retained":
    case "removed":
      return `${outcome === "retained" ? "sigue en" : "deja"} el cargo ${question}, ${by}`;
  }
}

function standing(facts: StandingFacts, first = false): string {
  switch (facts.case) {
    case "figures":
      return figures(facts.figures, first);
    case "top": {
      const places = WORDS[facts.places] ?? write.count(facts.places);
      const names = few(facts.names);
      if (facts.places === 1) return `${names}, en primer lugar; avanza uno`;
      const what = facts.of === "seats" ? `${places} escaños` : `avanzan ${places}`;
      return `${names}, en los ${places} primeros lugares; ${what}`;
    }
    case "last_tied":
      return `${few(facts.names)} empatan a ${plural(facts.votes, "voto")} por el último ${facts.of === "seats" ? "escaño" : "lugar"}`;
    case "need": {
      const [need] = facts.needed;
      const has = `${facts.name} ${facts.share}${OF[facts.of]}`;
      if (facts.needed.length === 1 && need && !need.strict && facts.met !== null)
        return `${has}, por ${facts.met ? "encima" : "debajo"} del ${need.share} requerido`;
      const each = facts.needed.length === 1 ? bare : needed;
      const all = facts.needed.map(each).join(facts.any ? " o " : " y ");
      return `${has}; se requiere ${all}`;
    }
  }
}

/** Without what it is of, where that has been said. */
function bare({ share, strict }: NeededFacts): string {
  return `${strict ? "más del " : ""}${share}`;
}

function needed({ share, strict, of }: NeededFacts): string {
  return `${strict ? "más del " : ""}${share}${OF[of]}`;
}

function figures(facts: FiguresFacts, first: boolean): string {
  switch (facts.case) {
    case "only":
      return facts.sole
        ? `${facts.name}, la única candidatura, tiene ${plural(facts.votes, "voto")}`
        : `${facts.name} tiene ${plural(facts.votes, "voto")}; no hay datos de los demás`;
    case "tie":
      return `${few(facts.names)} empatan a ${plural(facts.votes, "voto")}`;
    case "two": {
      const { names, shares, apart } = facts;
      if (facts.seats)
        return names
          .map((name, i) => `${name} ${shares[i]}, ${plural(facts.seats?.[i] ?? 0, "escaño")}`)
          .slice(0, first ? 1 : 2)
          .join("; ");
      if (first) return `${names[0]} ${shares[0]}`;
      const gap = apart === null ? "" : `, a ${plural(apart, "voto")} de distancia`;
      return `${names[0]} ${shares[0]}, ${names[1]} ${shares[1]}${gap}`;
    }
  }
}

const PLACES = {
  precincts: ["precinto", "precintos"],
  counties: ["condado", "condados"],
  areas: ["zona", "zonas"],
} as const;

export function countedOf(facts: CountedFacts, early: boolean): string {
  if (facts.of === "expected") {
    const percent = cautious(facts.percent, 1, write.count(Math.round(facts.percent)), write);
    if (!early) return `${facts.by} estima escrutado el ${percent}`;
    return `escrutado ${percent.startsWith("<") ? "" : "cerca d"}el ${percent}`;
  }
  const { counted, total, of } = facts;
  return total === null
    ? `${plural(counted, "lugar", "lugares")} con datos`
    : `${write.count(counted)} de ${write.count(total)} ${PLACES[of][total === 1 ? 0 : 1]} con datos`;
}

/** "a las 7 p.m. EDT", with the day where that isn't today. */
function closing({
  at,
  timeZone,
  today,
}: Extract<CountFacts, { case: "voting" }>["closes"]): string {
  const { from, zone } = timeSpan(at, at, timeZone, "en-US");
  const time = `${from.clock.replace(":00", "")} ${from.period === "AM" ? "a.m." : "p.m."}`;
  const hour = from.clock.startsWith("1:") ? "a la" : "a las";
  return `${today ? "" : `el ${write.date(from.day)} `}${hour} ${time} ${zone}`;
}

/** Of more than three names, the first two and how many others. */
function few(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 2).join(", ")} y ${names.length - 2} más`
    : list(names);
}

/** "1 voto", "2 lugares". */
function plural(n: number, one: string, many = `${one}s`): string {
  return `${write.count(n)} ${n === 1 ? one : many}`;
}
