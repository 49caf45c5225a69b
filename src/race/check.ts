import type { z } from "zod";
import type { Checked, Issue } from "./checked.ts";
import type { RaceData } from "./schema/data.ts";
import { moneySource } from "./sections/money/source.ts";
import { pollsSource } from "./sections/polls/source.ts";
import { raceSource, type RaceSource } from "./schema/race.ts";
import { resultsSource } from "./sections/results/source.ts";
import { turnoutSource } from "./sections/turnout/source.ts";

/** The shape of each body an editor keeps, by the name it has in addresses and files. */
export const SOURCE_SCHEMAS = {
  race: raceSource,
  polls: pollsSource,
  turnout: turnoutSource,
  results: resultsSource,
  money: moneySource,
} as const;
export type SourceName = keyof typeof SOURCE_SCHEMAS;
export const SOURCE_NAMES = Object.keys(SOURCE_SCHEMAS) as SourceName[];

/**
 * Guards one body. Unknown fields are refused, so that a misspelt one can't be lost in silence.
 * Every issue is reported, with its path inside the body.
 */
export function checkSource<N extends SourceName>(
  name: N,
  body: unknown,
): Checked<NonNullable<RaceData[N]>> {
  const schema = SOURCE_SCHEMAS[name] as unknown as z.ZodType<NonNullable<RaceData[N]>>;
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: parsed.error.issues.flatMap(toIssues) };
}

/**
 * Checks what no single body can know: that every candidate and source named in a section is
 * one the race has, that keys are unique, and that the race's own facts agree with each other.
 * Paths start with the body's name: `polls.polls.3.source`.
 */
export function checkRaceData(data: RaceData): Checked<RaceData> {
  const issues = [
    ...duplicates(data.race.candidates, (c) => c.id, "race.candidates", "candidate"),
    ...duplicates(data.race.sources, (s) => s.id, "race.sources", "source"),
    ...duplicates(data.polls?.polls, (p) => p.id, "polls.polls", "poll"),
    ...duplicates(data.turnout?.counts, (c) => `${c.date} ${c.mode}`, "turnout.counts", "count of"),
    ...duplicates(
      data.results?.counts,
      (c) => [c.round, c.area, c.measure, c.candidate ?? "", c.mode].join(" / "),
      "results.counts",
      "row",
    ),
    ...duplicates(
      data.money?.entries,
      (e) => [e.measure, e.candidate ?? "", e.asOf, e.source].join(" / "),
      "money.entries",
      "entry",
    ),
    ...mixedTotals(data),
    ...strangers(data.race, data),
  ];
  return issues.length === 0 ? { ok: true, value: data } : { ok: false, issues };
}

/** `input` is there because of reportInput; showing it saves the editor a look at the file. */
function toIssues(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === "unrecognized_keys") {
    const shown = issue.keys.slice(0, MAX_STRANGE_KEYS);
    const more = issue.keys.length - shown.length;
    return shown.map((key, i) => ({
      path: [...issue.path, key].join("."),
      message: `is no field here: check its spelling, or take it out${more > 0 && i === shown.length - 1 ? `; and ${more} more like it` : ""}`,
    }));
  }
  const path = issue.path.join(".");
  const found = issue.input;
  if (found === undefined && SHAPE_CODES.has(issue.code)) {
    const own = issue.message.startsWith("Invalid ") ? "" : `, it ${issue.message}`;
    return [{ path, message: `is missing: add it${own}` }];
  }
  const shown =
    found === undefined || typeof found === "object" ? "" : `, found ${JSON.stringify(found)}`;
  return [{ path, message: issue.message + shown }];
}

/** Of one object; with more than these it is something else altogether. */
const MAX_STRANGE_KEYS = 20;

/** What a value that isn't there is told by. */
const SHAPE_CODES: ReadonlySet<string> = new Set([
  "invalid_type",
  "invalid_value",
  "invalid_union",
]);

function duplicates<T>(
  rows: readonly T[] | undefined,
  key: (row: T) => string,
  path: string,
  what: string,
): Issue[] {
  const first = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [i, row] of (rows ?? []).entries()) {
    const k = key(row);
    const before = first.get(k);
    if (before === undefined) first.set(k, i);
    else
      issues.push({
        path: `${path}.${i}`,
        message: `${what} ${k} is already there as entry ${before}; remove one`,
      });
  }
  return issues;
}

/** A date's rows add up to its total, so a total beside its own parts would be counted twice. */
function mixedTotals(data: RaceData): Issue[] {
  const modes = Map.groupBy(data.turnout?.counts ?? [], (c) => c.date);
  return [...modes].flatMap(([date, rows]) => {
    const total = rows.some((r) => r.mode === "unspecified");
    if (!total || rows.length === 1) return [];
    const at = (data.turnout?.counts ?? []).findIndex(
      (c) => c.date === date && c.mode === "unspecified",
    );
    return [
      {
        path: `turnout.counts.${at}`,
        message: `${date} has both modes and an unspecified total; keep one or the other`,
      },
    ];
  });
}

function strangers(race: RaceSource, data: RaceData): Issue[] {
  const candidates = new Set(race.candidates.map((c) => c.id));
  const sources = new Set(race.sources.map((s) => s.id));
  const issues: Issue[] = [];
  const candidate = (id: string | null, path: string) => {
    if (id !== null && !candidates.has(id))
      issues.push({
        path,
        message: `no candidate of this race has the id ${id}; use one of ${[...candidates].join(", ")}`,
      });
  };
  const source = (id: string, path: string) => {
    if (!sources.has(id))
      issues.push({
        path,
        message: `no source of this race has the id ${id}; add it to "sources" in race.json`,
      });
  };

  for (const [i, p] of race.polls.published.entries()) {
    source(p.source, `race.polls.published.${i}.source`);
    for (const [j, s] of p.shares.entries())
      candidate(s.candidate, `race.polls.published.${i}.shares.${j}.candidate`);
  }
  if (race.turnout.registered)
    source(race.turnout.registered.source, "race.turnout.registered.source");
  if (race.turnout.reference)
    source(race.turnout.reference.source, "race.turnout.reference.source");
  if (race.certified) source(race.certified.source, "race.certified.source");
  for (const [i, f] of race.feeds.entries())
    if (f.source !== null) source(f.source, `race.feeds.${i}.source`);
  for (const [i, c] of race.calls.entries()) {
    candidate(c.candidate, `race.calls.${i}.candidate`);
    source(c.source, `race.calls.${i}.source`);
  }
  for (const [i, p] of (data.polls?.polls ?? []).entries()) {
    source(p.source, `polls.polls.${i}.source`);
    const named = new Set<string>();
    for (const [j, s] of p.shares.entries()) {
      candidate(s.candidate, `polls.polls.${i}.shares.${j}.candidate`);
      if (named.has(s.candidate))
        issues.push({
          path: `polls.polls.${i}.shares.${j}`,
          message: `${s.candidate} has two shares in one poll; keep one`,
        });
      named.add(s.candidate);
    }
  }
  for (const [i, c] of (data.turnout?.counts ?? []).entries())
    source(c.source, `turnout.counts.${i}.source`);
  for (const [i, c] of (data.results?.counts ?? []).entries()) {
    source(c.source, `results.counts.${i}.source`);
    candidate(c.candidate, `results.counts.${i}.candidate`);
  }
  for (const [i, e] of (data.money?.entries ?? []).entries()) {
    source(e.source, `money.entries.${i}.source`);
    candidate(e.candidate, `money.entries.${i}.candidate`);
  }
  return issues;
}
