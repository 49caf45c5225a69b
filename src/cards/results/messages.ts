import type { Call } from "../../race/schema/race-facts.ts";
import type { Lang } from "../messages/messages.ts";

/**
 * Every string that only the results card has, in one language. Numbers arrive written out, and
 * `votes` with their noun; `many` tells a plural.
 */
export type ResultsMessages = {
  readonly andOthers: (name: string, n: number) => string;
  readonly pollsClose: (when: string) => string;
  readonly noVotes: string;

  readonly only: (name: string, votes: string) => string;
  readonly tied: (names: string, votes: string) => string;
  /** Follows shares that print alike. */
  readonly apart: (votes: string) => string;
  /** How far a count is, by itself. */
  readonly precincts: (counted: string, total: string) => string;
  readonly expected: (percent: string) => string;
  /** How far a count is, after figures. */
  readonly withSoMuch: (progress: string) => string;
  readonly soFar: string;
  readonly inCertified: string;
  readonly noWinnerYet: string;
  /** What is called of candidates, and by whom it is said. */
  readonly called: Readonly<Record<Call["outcome"], (names: string, many: boolean) => string>>;
  readonly says: (what: string, callers: string, many: boolean) => string;

  readonly progressUnknown: string;
  readonly ballots: (ballots: string) => string;
  readonly ofRegistered: (percent: string, registered: string) => string;
  readonly calledBy: (names: string, callers: string) => string;
  readonly certifiedBy: (by: string, when: string) => string;
  readonly majority: string;

  readonly votes: string;
  readonly counted: (number: string) => string;
  /** Beside the name of a candidate for whom somebody has called. */
  readonly outcomes: Readonly<Record<Call["outcome"], string>>;
};

/** "1 vote", "2 votes", "2 votos emitidos". */
function plural(written: string, ...words: readonly string[]): string {
  return [written, ...words.map((word) => (written === "1" ? word : `${word}s`))].join(" ");
}

const en = {
  andOthers: (name, n) => `${name} and ${n} others`,
  pollsClose: (when) => `No results yet: polls close ${when}`,
  noVotes: "No votes have been counted yet",

  only: (name, votes) => `${name}, the only candidate, has ${votes}`,
  tied: (names, votes) => `${names} are tied at ${votes}`,
  apart: (votes) => `, ${votes} apart,`,
  precincts: (counted, total) => `${counted} of ${plural(total, "precinct")} reporting`,
  expected: (percent) => `an estimated ${percent} of the vote counted`,
  withSoMuch: (progress) => ` with ${progress}`,
  soFar: " in the count so far",
  inCertified: " in the certified count",
  noWinnerYet: "no winner has been called yet",
  called: {
    won: (names, many) => `${names} ${many ? "win" : "wins"}`,
    runoff: (names, many) => `${names} ${many ? "go" : "goes"} to a runoff`,
  },
  says: (what, callers, many) => `${what}, ${callers} ${many ? "say" : "says"}`,

  progressUnknown: "how much is counted isn’t stated",
  ballots: (ballots) => `${ballots} ballots counted`,
  ofRegistered: (percent, registered) => `, ${percent} of ${registered} registered voters`,
  calledBy: (names, callers) => `${names}: called by ${callers}`,
  certifiedBy: (by, when) => `Certified by ${by}, ${when}`,
  majority: "More than half of the votes (dashed line) wins without a runoff",

  votes: "Votes",
  counted: (number) => plural(number, "vote"),
  outcomes: { won: "Wins", runoff: "Runoff" },
} satisfies ResultsMessages;

const es = {
  andOthers: (name, n) => `${name} y ${n} más`,
  pollsClose: (when) => `Aún no hay resultados: las urnas cierran el ${when}`,
  noVotes: "Aún no se ha contado ningún voto",

  only: (name, votes) => `${name}, la única candidatura, tiene ${votes}`,
  tied: (names, votes) => `${names} empatan a ${votes}`,
  apart: (votes) => `, a ${votes} de distancia,`,
  precincts: (counted, total) => `${counted} de ${plural(total, "precinto", "escrutado")}`,
  expected: (percent) => `un estimado del ${percent} de los votos contados`,
  withSoMuch: (progress) => ` con ${progress}`,
  soFar: " en el conteo hasta ahora",
  inCertified: " en el conteo certificado",
  noWinnerYet: "aún no se ha declarado quién ganó",
  called: {
    won: (names, many) => `${many ? "ganan" : "gana"} ${names}`,
    runoff: (names, many) => `${names} ${many ? "van" : "va"} a segunda vuelta`,
  },
  says: (what, callers) => `${what}, según ${callers}`,

  progressUnknown: "no se indica cuánto se ha contado",
  ballots: (ballots) => `${ballots} boletas contadas`,
  ofRegistered: (percent, registered) => `, ${percent} de ${registered} votantes registrados`,
  calledBy: (names, callers) => `${names}: anuncio de ${callers}`,
  certifiedBy: (by, when) => `Certificado por ${by}, ${when}`,
  majority: "Más de la mitad de los votos (línea punteada) gana sin segunda vuelta",

  votes: "Votos",
  counted: (number) => plural(number, "voto"),
  outcomes: { won: "Gana", runoff: "Segunda vuelta" },
} satisfies ResultsMessages;

export const resultsMessages: Readonly<Record<Lang, ResultsMessages>> = { en, es };
