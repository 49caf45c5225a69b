import type { z } from "zod";
import type { Checked, Issue } from "./checked.ts";
import { checkRace } from "./check-race.ts";
import type { RaceData } from "./schema/data.ts";
import { raceSource } from "./schema/race.ts";
import { DEFINITIONS, SECTIONS, sectionSources, type Section } from "./sections/index.ts";
import { visible } from "./unseen.ts";

/** The bodies that an editor keeps, by the names they have in addresses and files. */
export type SourceName = "race" | Section;
export const SOURCE_NAMES: readonly [SourceName, ...SourceName[]] = ["race", ...SECTIONS];

/** What an editor keeps under each name. */
export type Sources = { readonly [N in SourceName]: NonNullable<RaceData[N]> };

export const SOURCE_SCHEMAS: { readonly [N in SourceName]: z.ZodType<Sources[N]> } = {
  race: raceSource,
  ...sectionSources,
};

/**
 * Guards one body. Unknown fields are refused, so that a misspelt one can't be lost in silence.
 * Every issue is reported, with its path inside the body.
 */
export function checkSource<N extends SourceName>(name: N, body: unknown): Checked<Sources[N]> {
  const parsed = SOURCE_SCHEMAS[name].safeParse(body, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: parsed.error.issues.flatMap(toIssues) };
}

/**
 * Checks what no single body can know: that every candidate and source named in a section is
 * one the race has, that keys are unique, and that the race's own facts agree with each other.
 * Paths start with the body's name: `polls.polls.3.source`.
 */
export function checkRaceData(data: RaceData): Checked<RaceData> {
  const issues = issuesOf(data);
  return issues.length === 0 ? { ok: true, value: data } : { ok: false, issues };
}

/**
 * Checks a change as `checkRaceData` does, but for what was wrong before it already: an older
 * version took that, and whoever changes something else needn't mend it first.
 */
export function checkChange(before: RaceData | null, after: RaceData): Checked<RaceData> {
  const issues = newIssues(issuesOf(after), before === null ? [] : issuesOf(before));
  return issues.length === 0 ? { ok: true, value: after } : { ok: false, issues };
}

/** Those of `issues` that aren't among the `known` ones. */
export function newIssues(issues: readonly Issue[], known: readonly Issue[]): readonly Issue[] {
  const keyOf = ({ path, message }: Issue) => JSON.stringify([path, message]);
  const old = new Set(known.map(keyOf));
  return issues.filter((issue) => !old.has(keyOf(issue)));
}

function issuesOf(data: RaceData): readonly Issue[] {
  return [
    ...checkRace(data.race),
    ...Object.values(DEFINITIONS).flatMap(({ check }) => check(data)),
  ];
}

/** `input` is there because of reportInput; showing it saves the editor a look at the file. */
function toIssues(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === "unrecognized_keys") {
    const shown = issue.keys.slice(0, MAX_STRANGE_KEYS);
    const more = issue.keys.length - shown.length;
    return shown.map((key, i) => ({
      path: [...issue.path, key].join("."),
      message: `${MOVED.get(key) ?? "is no field here: check its spelling, or take it out"}${more > 0 && i === shown.length - 1 ? `; and ${more} more like it` : ""}`,
    }));
  }
  const path = issue.path.join(".");
  const found = issue.input;
  if (found === undefined && SHAPE_CODES.has(issue.code)) {
    const own = issue.message.startsWith("Invalid ") ? "" : `, it ${issue.message}`;
    return [{ path, message: `is missing: add it${own}` }];
  }
  const shown =
    found === undefined || typeof found === "object"
      ? ""
      : `, found ${visible(JSON.stringify(found) ?? "")}`;
  return [{ path, message: issue.message + shown }];
}

/** Fields that race.json had in version 0.1.0, and what to do with them. */
const MOVED: ReadonlyMap<string, string> = new Map([
  ["calls", "is no field here any more: calls have a file of their own, calls.csv"],
  ["es", 'is no field here any more: write "translations": { "es": … }'],
]);

/** Of one object; with more than these it is something else altogether. */
const MAX_STRANGE_KEYS = 20;

/** What a value that isn't there is told by. */
const SHAPE_CODES: ReadonlySet<string> = new Set([
  "invalid_type",
  "invalid_value",
  "invalid_union",
]);
