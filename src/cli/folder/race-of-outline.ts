import { type RaceSource, raceSource, type RaceSourceInput } from "../../race/schema/race.ts";
import { freeId, slug } from "../../formats/match/ids.ts";
import type { Outline, OutlinedCandidate } from "../../formats/match/outline.ts";
import { raceTemplate } from "./race-template.ts";

/** A race to be completed, and what somebody still has to say. */
export type OutlinedRace = {
  readonly race: RaceSourceInput;
  /** Fields that hold placeholders. */
  readonly missing: readonly string[];
};

/** Parties as races name them, and their codes in files. */
const PARTIES: readonly (readonly [string, string, readonly string[]])[] = [
  ["D", "Democratic", ["D", "DEM", "DFL"]],
  ["R", "Republican", ["R", "REP", "GOP"]],
  ["L", "Libertarian", ["L", "LIB", "LBT"]],
  ["G", "Green", ["G", "GRN", "GRE"]],
  ["I", "Independent", ["I", "IND"]],
];
const NO_PARTY: ReadonlySet<string> = new Set(["NPP", "NPA", "NOP", "UNA", "NP"]);
/** A race's id may have 64 characters. */
const MAX_ID_LENGTH = 58;

/** A race.json out of what a file says; what it doesn't say is a placeholder, and named. */
export function raceOfOutline(
  outline: Outline,
  options: {
    readonly format: string;
    readonly prefix: string;
    readonly date: string | null;
    readonly timeZone: string;
    readonly taken: ReadonlySet<string>;
  },
): OutlinedRace {
  const { contest, jurisdiction, electionType, source } = outline;
  const date = contest.date ?? options.date ?? "2000-01-01";
  const tail = `-${date.slice(0, 4)}`;
  const head = options.prefix === "" ? "" : `${options.prefix}-`;
  const wanted = `${head}${slug(contest.title, MAX_ID_LENGTH - head.length - tail.length)}${tail}`;
  const id = freeId(wanted, options.taken);
  const template = raceTemplate({ id, title: contest.title, date, timeZone: options.timeZone });
  const isQuestion = isYesOrNo(outline.candidates);
  const race: RaceSourceInput = {
    ...template,
    office: outline.office,
    ...(jurisdiction !== null && { jurisdiction }),
    electionType: electionType ?? (isQuestion ? "referendum" : "general"),
    test: outline.isTest,
    candidates: candidatesOf(outline.candidates, isQuestion),
    sources: [source ?? { id: "office", name: "The election office" }],
    areas: [...outline.areas],
    contests: [contest.key === contest.title ? contest.title : `${options.format}:${contest.key}`],
  };
  return {
    race: raceSource.parse(race) satisfies RaceSource,
    missing: [
      "voting (07:00 to 19:00 are placeholders)",
      ...(contest.date === null && options.date === null ? ["electionDate"] : []),
      ...(jurisdiction === null ? ["jurisdiction"] : []),
      ...(electionType === null && !isQuestion ? ["electionType"] : []),
      ...(source === null ? ["sources"] : []),
      "rule, and what else makes it the kind of race it is",
    ],
  };
}

function isYesOrNo(candidates: readonly OutlinedCandidate[]): boolean {
  const names = candidates.map(({ name }) => name.toLowerCase()).toSorted();
  return names.join(" ") === "no yes";
}

function candidatesOf(
  people: readonly OutlinedCandidate[],
  isQuestion: boolean,
): RaceSourceInput["candidates"] {
  const ids = new Set<string>();
  const lastNames = Map.groupBy(people, ({ name }) => lastName(name).toLowerCase());
  return people.map(({ name, party, incumbent, alias }) => {
    const last = lastName(name);
    const isShared = (lastNames.get(last.toLowerCase())?.length ?? 0) > 1;
    const id = freeId(slug(isShared ? name : last) || "candidate", ids);
    ids.add(id);
    const known = party === null || NO_PARTY.has(party) ? null : partyOf(party);
    return {
      id,
      name,
      shortName: isShared ? name : last,
      ...(known !== null && { party: known }),
      ...(incumbent && { incumbent }),
      ...(isQuestion && { kind: "choice" as const }),
      aliases: alias === null ? [] : [alias],
    };
  });
}

function partyOf(code: string): { readonly code: string; readonly name: string } {
  const [own, name] = PARTIES.find(([, , codes]) => codes.includes(code)) ?? [];
  return { code: own ?? code.slice(0, 8), name: name ?? code };
}

function lastName(name: string): string {
  const words = name.split(" ").filter((word) => !/^(jr|sr|i{2,3}|iv)\.?$/i.test(word));
  return words.at(-1) ?? name;
}
