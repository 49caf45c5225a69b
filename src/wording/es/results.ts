import type {
  CallFacts,
  FiguresFacts,
  LeftOutFigure,
  ProgressFacts,
  ResultsFacts,
  ResultsWording,
} from "../results.ts";
import { capitalized } from "../phrase.ts";
import { list, write } from "./marks.ts";

const NOT_CALLED = "aún no se ha declarado quién ganó";

export const results: ResultsWording = {
  headline: (facts) => capitalized(headline(facts)),
  progress: (progress) =>
    progress ? capitalized(progressOf(progress)) : "No se indica cuánto se ha contado",
  others: (votes, share, largest) =>
    `Por escrito y demás candidaturas: ${plural(votes, "voto")}, ${share}${largest === null ? "" : `; quien más tiene, ${largest}`}`,
  ballots: (ballots) => `${write.count(ballots)} boletas contadas`,
  leftOut: (figure, areas) => `No se incluyen ${LEFT_OUT[figure]} (${few(areas)})`,
  ofRegistered: (percent, registered) =>
    `, ${percent} de ${write.count(registered)} votantes registrados`,
  calledBy: (candidates, calls) =>
    `${few(candidates)}: anuncio de ${calls.map(({ caller, when }) => `${caller}, ${when}`).join("; ")}`,
  certifiedBy: (by, when) => `Certificado por ${by}, ${when}`,
  notCalled: capitalized(NOT_CALLED),
  majority: "Más de la mitad de los votos (línea punteada) gana sin segunda vuelta",
  votes: "Votos",
  notReported: "sin datos",
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

const PLACES = {
  precincts: ["precinto", "precintos"],
  counties: ["condado", "condados"],
  areas: ["zona", "zonas"],
} as const;

const LEFT_OUT: Readonly<Record<LeftOutFigure, string>> = {
  precincts: "los precintos, de los que habrían informado más de los que hay",
  ballots: "las boletas, que son menos que los votos",
  registered: "los votantes registrados, que serían cero",
};

function headline(facts: ResultsFacts): string {
  switch (facts.case) {
    case "voting":
      return `Aún no hay resultados: las urnas cierran el ${facts.closes}`;
    case "none":
      return "Aún no se ha contado ningún voto";
    case "called":
      return facts.calls.map(called).join("; ");
    case "certified":
      return [
        `${figures(facts.figures)} en el conteo certificado`,
        ...facts.calls.map(called),
      ].join("; ");
    case "counting": {
      const { progress, complete } = facts;
      const far = progress ? `con ${progressOf(progress)}` : "en el conteo hasta ahora";
      const early = facts.early ? "Primeros datos: " : "";
      return `${early}${figures(facts.figures)} ${far}${complete ? `; ${NOT_CALLED}` : ""}`;
    }
  }
}

function called({ outcome, candidates, callers }: CallFacts): string {
  const many = candidates.length > 1;
  const names = few(candidates);
  const said = {
    won: `${many ? "ganan" : "gana"} ${names}`,
    advances: `${many ? "avanzan" : "avanza"} ${names}`,
    runoff: `${names} ${many ? "van" : "va"} a segunda vuelta`,
    passed: `se aprueba ${names}`,
    failed: `se rechaza ${names}`,
    retained: `sigue en el cargo ${names}`,
    removed: `deja el cargo ${names}`,
  };
  return `${said[outcome]}, según ${few(callers)}`;
}

function figures(facts: FiguresFacts): string {
  switch (facts.case) {
    case "only":
      return facts.sole
        ? `${facts.name}, la única candidatura, tiene ${plural(facts.votes, "voto")}`
        : `${facts.name} tiene ${plural(facts.votes, "voto")}, y no hay datos de los demás`;
    case "tie":
      return `${few(facts.names)} empatan a ${plural(facts.votes, "voto")}`;
    case "two": {
      const { names, shares, apart } = facts;
      const gap = apart === null ? "" : `, a ${plural(apart, "voto")} de distancia,`;
      return `${names[0]} ${shares[0]}, ${names[1]} ${shares[1]}${gap}`;
    }
  }
}

function progressOf(progress: ProgressFacts): string {
  if (progress.of === "expected")
    return `el ${progress.percent} de los votos contados, según estima ${progress.by}`;
  const { counted, total } = progress;
  return total === null
    ? `${plural(counted, "lugar", "lugares")} con datos`
    : `${write.count(counted)} de ${write.count(total)} ${PLACES[progress.of][total === 1 ? 0 : 1]} con datos`;
}

/** Of more than two names, the first and how many others. */
function few(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} y ${names.length - 1} más` : list(names);
}

/** "1 voto", "2 lugares". */
function plural(count: number, one: string, many = `${one}s`): string {
  return `${write.count(count)} ${count === 1 ? one : many}`;
}
