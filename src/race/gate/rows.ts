import type { RaceData } from "../schema/data.ts";
import { DEFINITIONS, type Section } from "../sections/index.ts";

/** A row of any section. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a section, whatever its list is called; none where nobody has filled it. */
export function rowsOf(data: RaceData | null, section: Section): readonly Row[] {
  const source: Readonly<Record<string, unknown>> | null = data?.[section] ?? null;
  return (source?.[DEFINITIONS[section].rows.list] ?? []) as readonly Row[];
}

/** What a row is part of: the rows of one part wait or pass together. */
export function partOf(section: Section, row: Row): string {
  return DEFINITIONS[section].rows.part(row as never);
}

/** The race with other rows in a section; null takes the section away. */
export function withRows(data: RaceData, section: Section, rows: readonly Row[] | null): RaceData {
  const source = rows && { [DEFINITIONS[section].rows.list]: rows };
  return { ...data, [section]: source };
}

/**
 * `rows` with those of some parts taken out and others put in, each part where it stood. What
 * stood nowhere comes last.
 */
export function replaceParts(
  section: Section,
  rows: readonly Row[],
  parts: ReadonlySet<string>,
  replacement: readonly Row[],
): Row[] {
  const coming = Map.groupBy(replacement, (row) => partOf(section, row));
  const replaced = rows.flatMap((row) => {
    const part = partOf(section, row);
    if (!parts.has(part)) return [row];
    const instead = coming.get(part) ?? [];
    coming.delete(part);
    return instead;
  });
  return [...replaced, ...[...coming.values()].flat()];
}
