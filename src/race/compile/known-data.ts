import type { RaceData } from "../schema/data.ts";
import type { RaceSource } from "../schema/race.ts";
import { DEFINITIONS, SECTIONS } from "../sections/index.ts";

/**
 * Whether readers may know what is dated `when`: a moment, ISO 8601 with its zone, or a date. A
 * moment that is at most `clockSkewMs` ahead counts as come.
 */
export type Known = (when: string, clockSkewMs: number) => boolean;

/**
 * A race without what its readers may not know yet: rows, and figures of race.json, that are dated
 * ahead. Everything that readers get is made from this, so an embargo holds wherever it is shown.
 */
export function knownData(data: RaceData, isKnown: Known): RaceData {
  const sources = Object.fromEntries(
    SECTIONS.map((name) => {
      const source = data[name] as Readonly<Record<string, readonly unknown[]>> | null;
      if (source === null) return [name, null];
      const { list, knownFrom, clockSkewMs = 0 } = DEFINITIONS[name].rows;
      const dated = knownFrom as (row: unknown) => string;
      const rows = source[list] ?? [];
      return [name, { ...source, [list]: rows.filter((row) => isKnown(dated(row), clockSkewMs)) }];
    }),
  );
  const race = knownFacts(data.race, (when) => isKnown(when, 0));
  const known = { ...data, ...sources, race };
  // A count that comes whole is none until it is declared.
  const waits = race.declaredWhole && race.declared === undefined && known.results !== null;
  return waits ? { ...known, results: { ...known.results, counts: [] } } : known;
}

function knownFacts(race: RaceSource, isKnown: (when: string) => boolean): RaceSource {
  const { registered, reference } = race.turnout;
  return {
    ...knownContest(race, isKnown),
    polls: { ...race.polls, published: race.polls.published.filter(({ asOf }) => isKnown(asOf)) },
    turnout: {
      registered: registered && isKnown(registered.asOf) ? registered : null,
      reference: reference && isKnown(reference.asOf) ? reference : null,
    },
    count: {
      ...race.count,
      outstanding: race.count.outstanding.filter(({ asOf }) => isKnown(asOf)),
    },
    certified: race.certified.filter(({ at }) => isKnown(at)),
  };
}

/** Of those facts of the contest that have a moment, what has come. */
function knownContest(race: RaceSource, isKnown: (when: string) => boolean) {
  const { declared, notices, projections, tabulations } = race;
  const come = ({ at }: { readonly at: string }) => isKnown(at);
  const { declared: _, ...facts } = race;
  return {
    ...facts,
    ...(declared && come(declared) && { declared }),
    ...(notices && { notices: notices.filter(come) }),
    ...(projections && { projections: projections.filter(come) }),
    ...(tabulations && { tabulations: tabulations.filter(come) }),
  };
}

/**
 * Everything in a race that readers get to know only from some moment on, as `knownData` asks for
 * it: each different date or moment once.
 */
export function datesOf(data: RaceData): readonly Parameters<Known>[] {
  const dates = new Map<string, Parameters<Known>>();
  knownData(data, (when, clockSkewMs) => {
    dates.set(`${when} ${clockSkewMs}`, [when, clockSkewMs]);
    return true;
  });
  return [...dates.values()];
}
