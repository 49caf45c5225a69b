import { inEachLanguage } from "../statements/in-each-language.ts";
import { spoken } from "../statements/spoken.ts";
import type { RaceData } from "../schema/data.ts";
import type { Silence } from "../schema/quiet.ts";
import type { RaceSource } from "../schema/race.ts";
import type { DatedFigure } from "../sections/definition.ts";
import { DEFINITIONS, QUIETED, type Section, SECTIONS } from "../sections/index.ts";

/**
 * What laws forbid to show at any of the `moments` (ISO 8601 with their zones): a race whose clock
 * is pinned keeps silent at its own moment and at the real one.
 */
export function silences(race: RaceSource, moments: readonly string[]): readonly Silence[] {
  const times = moments.map((moment) => Date.parse(moment));
  return race.quiet
    .filter(({ from, to }) => times.some((at) => Date.parse(from) <= at && at < Date.parse(to)))
    .map((period) => {
      const { what, to, law } = period;
      const statement = inEachLanguage(({ statements, write }) =>
        statements.quiet({ what, until: write.when(to, race.timeZone), law }),
      );
      return { ...period, section: QUIETED[what], statement: spoken(statement, race.languages) };
    });
}

/** Whether nothing at all of a section may be shown. */
export function isSilent(section: Section, quiet: readonly Silence[] = []): boolean {
  return quiet.some(({ what }) => what === section);
}

/**
 * A race without the figures that mustn't be shown: nothing that readers get is computed from
 * them, averages included.
 */
export function silenced(data: RaceData, quiet: readonly Silence[]): RaceData {
  if (quiet.length === 0) return data;
  const { race } = data;
  const sources = Object.fromEntries(
    SECTIONS.map((name) => {
      const source = data[name] as Readonly<Record<string, readonly unknown[]>> | null;
      if (source === null) return [name, null];
      const { list, knownFrom, endedOn = knownFrom } = DEFINITIONS[name].rows;
      const [known, ended] = [knownFrom, endedOn] as ((row: unknown) => string)[];
      if (known === undefined || ended === undefined) return [name, source];
      const rows = (source[list] ?? []).filter((row) =>
        mayShow(name, { known: known(row), ended: ended(row) }, race, quiet),
      );
      return [name, { ...source, [list]: rows }];
    }),
  );
  const published = race.polls.published.filter(({ asOf }) =>
    mayShow("polls", { known: asOf, ended: asOf }, race, quiet),
  );
  const corrections = audible(race.corrections, quiet);
  return {
    ...data,
    ...sources,
    race: { ...race, corrections, polls: { ...race.polls, published } },
  };
}

function mayShow(
  section: Section,
  figure: DatedFigure,
  { timeZone, electionDate }: RaceSource,
  quiet: readonly Silence[],
): boolean {
  const { quiet: parts = {} } = DEFINITIONS[section];
  return !quiet.some(
    ({ what, section: of, from }) =>
      of === section &&
      (what === section || parts[what]?.(figure, { from, timeZone, electionDate })),
  );
}

/** The entries of a log that repeat nothing of what mustn't be shown. */
export function audible<Entry extends { readonly section: Section | "race" }>(
  entries: readonly Entry[],
  quiet: readonly Silence[] | undefined,
): Entry[] {
  return entries.filter(({ section }) => section === "race" || !isSilent(section, quiet));
}
