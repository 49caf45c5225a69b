import { joinKey } from "../sections/rows.ts";
import { DEFINITIONS, type Section, type Sections } from "../sections/index.ts";
import type { Place } from "../gate/doubt.ts";
import type { CorrectedFigure } from "../schema/corrections.ts";

type Row = Readonly<Record<string, unknown>>;

/** What was wrong and is right, before anybody knows who saw it, and the key of its row. */
export type WrongFigure = Omit<CorrectedFigure, "from" | "until" | "publications"> & {
  readonly key: string;
};

/**
 * Figures of a section that readers had and that are others now, or gone: what a correction puts
 * right. Both sides are the section as readers get it, so nothing that is kept from them shows
 * here. A row that is new was never wrong.
 */
export function correctedFigures(section: Section, before: Sections, after: Sections) {
  const then = rowsByKey(section, before);
  const now = rowsByKey(section, after);
  return [...then].flatMap(([key, row]) => {
    const is = now.get(key);
    const next = is ? figuresIn(section, is) : new Map<string, number>();
    return [...figuresIn(section, row)].flatMap(([field, value]): WrongFigure[] => {
      const right = next.get(field) ?? null;
      if (right === value) return [];
      return [{ key, ...placeOf(section, row, field), was: value, is: right }];
    });
  });
}

/** What a section's stored body says in one field of the row of that key. */
export function figureIn(
  section: Section,
  body: unknown,
  key: string,
  field: string,
): number | null {
  const row = rowsByKey(section, { [section]: body }).get(key);
  return (row && figuresIn(section, row).get(field)) ?? null;
}

/** Where readers get rows of a section: asks whether one stands at that place. */
export function placesIn(section: Section, sections: Sections): (place: Place) => boolean {
  const keyOf = (at: Row) =>
    joinKey(...["round", "area", "measure", "candidate", "date"].map((key) => text(at[key])));
  const places = new Set([...rowsByKey(section, sections).values()].map(keyOf));
  return (place) => places.has(keyOf(place));
}

function text(value: unknown): string | null {
  return value == null ? null : `${value as string | number}`;
}

function rowsByKey(section: Section, sections: Sections): ReadonlyMap<string, Row> {
  const { list, key } = DEFINITIONS[section].rows;
  const body = (sections[section] ?? {}) as Readonly<Record<string, readonly Row[] | undefined>>;
  const keyOf = key as (row: Row) => string;
  return new Map((body[list] ?? []).map((row) => [keyOf(row), row]));
}

/** The figures in a row, by field; shares by their candidate: `shares.handel`. */
function figuresIn(section: Section, row: Row): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const field of DEFINITIONS[section].rows.figures as readonly string[]) {
    const value = row[field];
    if (typeof value === "number") found.set(field, value);
    else if (Array.isArray(value))
      for (const { candidate, share } of value as { candidate: string; share: number }[])
        found.set(`${field}.${candidate}`, share);
  }
  return found;
}

function placeOf(section: Section, row: Row, field: string) {
  const { part } = DEFINITIONS[section].rows;
  const [name = field, whose] = field.split(".");
  const candidate = whose ?? row["candidate"];
  const own = (key: string) => (row[key] == null ? {} : { [key]: row[key] });
  return {
    section,
    part: (part as (row: Row) => string)(row),
    field: name,
    ...own("round"),
    ...own("area"),
    ...own("measure"),
    ...own("mode"),
    ...own("date"),
    ...own("pollster"),
    ...(typeof candidate === "string" && { candidate }),
  };
}
