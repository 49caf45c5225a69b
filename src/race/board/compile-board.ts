import type { Status } from "../schema/document.ts";
import type { Source } from "../schema/race-facts.ts";
import type { RaceBrief } from "./brief.ts";
import { controlOf } from "./control.ts";
import type { BoardDocument, BoardRow } from "./document.ts";
import { matchesFilter } from "./matches.ts";
import type { BoardSource } from "./source.ts";

export type BoardContext = {
  readonly revision: number;
  readonly publication: number;
  /** ISO 8601 with its zone. */
  readonly updatedAt: string;
  /** The address of a race’s document. */
  readonly hrefOf: (race: string) => string;
};

/** How fast the numbers of a race of each status move, the fastest first. */
const PACE: readonly Status[] = ["counting", "called", "voting", "upcoming", "certified"];

/**
 * A board’s document from what was last published of its races. Pure: the same briefs give the
 * same rows, whatever their order. No figure is computed: rows say what the races say.
 */
export function compileBoard(
  board: BoardSource,
  briefs: readonly RaceBrief[],
  { revision, publication, updatedAt, hrefOf }: BoardContext,
): BoardDocument {
  const known = new Map(briefs.map((brief) => [brief.id, brief]));
  const sources = new SourceList();
  const chosen = board.groups.map((group) => racesOf(group, known));
  const groups = board.groups.map(({ title, show }, i) => ({
    title,
    show,
    races: (chosen[i] ?? []).map((brief) => rowOf(brief, sources, hrefOf)),
  }));
  const all = chosen.flat();
  const [first] = all;
  const asking = all.map(({ next }) => next).filter((next) => next > 0);
  const quiet = all
    .flatMap((brief) => brief.quiet ?? [])
    .toSorted((a, b) => Date.parse(b.to) - Date.parse(a.to))[0];
  const missing = board.groups.flatMap(({ races }) => races).filter((id) => !known.has(id));
  return {
    schema: 1,
    id: board.id,
    title: board.title,
    test: all.some(({ test }) => test),
    electionDate: all.map((race) => race.electionDate).toSorted()[0] ?? null,
    timeZone: first?.timeZone ?? "UTC",
    status: PACE.find((pace) => all.some(({ status }) => status === pace)) ?? "upcoming",
    groups,
    ...(quiet && { quiet }),
    missing: [...new Set(missing)],
    control: board.control ? controlOf(board.control, board, chosen) : null,
    sources: sources.list,
    revision,
    publication,
    updatedAt,
    next: asking.length > 0 ? Math.min(...asking) : all.length === 0 ? 60 : 0,
  };
}

/** A group’s races: those it names, then what its filter finds, none twice. */
function racesOf(
  { races, filter, order }: BoardSource["groups"][number],
  known: ReadonlyMap<string, RaceBrief>,
): RaceBrief[] {
  const named = races.flatMap((id) => known.get(id) ?? []);
  const found =
    filter === undefined
      ? []
      : [...known.values()].filter((race) => matchesFilter(race, filter)).toSorted(byTitle);
  const all = [...new Set([...named, ...found])];
  switch (order) {
    case "listed":
      return all;
    case "title":
      return all.toSorted(byTitle);
    case "closest":
      return all.toSorted((a, b) => gapOf(a) - gapOf(b) || byTitle(a, b));
  }
}

function byTitle(a: RaceBrief, b: RaceBrief): number {
  const [x, y] = [a.title + a.id, b.title + b.id];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Points between the first two; a race without a count, or of one candidate, is never close. */
function gapOf({ leading }: RaceBrief): number {
  const [first, second] = leading.flatMap(({ share }) => share ?? []).toSorted((a, b) => b - a);
  return first === undefined || second === undefined ? Infinity : first - second;
}

function rowOf(brief: RaceBrief, sources: SourceList, hrefOf: BoardContext["hrefOf"]): BoardRow {
  const { id, title, status, candidates, leading, votes, reporting, expected, calls } = brief;
  const { publication, asOf, updatedAt } = brief;
  return {
    id,
    title,
    status,
    candidates,
    leading,
    votes,
    reporting,
    expected,
    calls,
    sources: brief.sources.map((source) => sources.idOf(source)),
    publication,
    asOf,
    updatedAt,
    href: hrefOf(id),
  };
}

/** Each source once. Two races may give one id to two sources, so a board counts its own. */
class SourceList {
  readonly list: Source[] = [];
  readonly #ids = new Map<string, string>();

  idOf(source: Source): string {
    const { id: _, ...rest } = source;
    const key = JSON.stringify([rest.name, rest.url, rest.redistribution]);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `s${this.list.length + 1}`;
    this.#ids.set(key, id);
    this.list.push({ ...source, id });
    return id;
  }
}
