import { checkContest } from "./check-contest.ts";
import type { Issue } from "./checked.ts";
import { localDate, offsetAt } from "./dates.ts";
import type { RaceSource } from "./schema/race.ts";
import { referencesOf } from "./sections/references.ts";
import { areaKey } from "./sections/results/listed-areas.ts";
import { duplicates } from "./sections/rows.ts";

/** What race.json's own facts have against each other, with paths that start with `race`. */
export function checkRace(race: RaceSource): readonly Issue[] {
  const known = referencesOf(race);
  return [
    ...duplicates(race.candidates, ({ id }) => id, "race.candidates", "id", "candidate"),
    ...namesakes(race, "name"),
    ...namesakes(race, "shortName"),
    ...duplicates(race.sources, ({ id }) => id, "race.sources", "id", "source"),
    ...duplicates(race.areas, ({ id }) => id, "race.areas", "id", "area"),
    ...sharedAreaNames(race),
    ...race.count.outstanding.flatMap((one, i) =>
      known.source(one.source, `race.count.outstanding.${i}.source`),
    ),
    ...checkContest(race),
    ...wrongOffsets(race),
    ...wrongDay(race),
    ...race.certified.flatMap((one, i) => known.source(one.source, `race.certified.${i}.source`)),
    ...race.feeds.flatMap((feed, i) => known.source(feed.source, `race.feeds.${i}.source`)),
  ];
}

/** Two candidates whom no card, sentence or list of changes could tell apart. */
function namesakes({ candidates }: RaceSource, field: "name" | "shortName"): readonly Issue[] {
  const first = new Map<string, (typeof candidates)[number]>();
  return candidates.flatMap((candidate, i) => {
    const folded = candidate[field].toLowerCase().replace(/\s+/g, " ");
    const other = first.get(folded);
    first.set(folded, other ?? candidate);
    // One id twice is told already.
    if (other === undefined || other.id === candidate.id) return [];
    const message = `${other.id} and ${candidate.id} are both called ${candidate[field]}: give one of them a name that tells them apart, like ${field === "name" ? "a middle initial" : `"A. ${candidate[field]}"`}`;
    return [{ path: `race.candidates.${i}.${field}`, message }];
  });
}

/** A name that two areas share: a file's count of it could be either's. */
function sharedAreaNames({ areas }: RaceSource): readonly Issue[] {
  const owner = new Map<string, string>();
  return areas.flatMap((area, i) =>
    [...new Set([area.id, area.name, ...area.aliases].map(areaKey))].flatMap((key) => {
      const other = owner.get(key) ?? area.id;
      owner.set(key, other);
      if (other === area.id) return [];
      const message = `${other} and ${area.id} share the name ${key}: call one of them otherwise`;
      return [{ path: `race.areas.${i}.name`, message }];
    }),
  );
}

/**
 * Times of the race that are written with another offset than its time zone has at that moment: a
 * race copied from another season. `Z` and `+00:00` say UTC on purpose.
 */
function wrongOffsets({ timeZone, voting, asOf }: RaceSource): readonly Issue[] {
  const times = { "voting.opens": voting.opens, "voting.closes": voting.closes, asOf };
  return Object.entries(times).flatMap(([path, time]) => {
    const [, offset] = /([+-]\d\d:\d\d)$/.exec(time ?? "") ?? [];
    if (time === null || offset === undefined || offset === "+00:00") return [];
    const right = offsetAt(time, timeZone);
    if (offset === right) return [];
    return [
      {
        path: `race.${path}`,
        message: `${offset} isn't the offset of ${timeZone} on that day, which is ${right}: write ${time.slice(0, -offset.length)}${right}, if that is the local time`,
      },
    ];
  });
}

/** Polls that are open on other days than election day. */
function wrongDay({ timeZone, voting, electionDate }: RaceSource): readonly Issue[] {
  const [opens, closes] = [localDate(voting.opens, timeZone), localDate(voting.closes, timeZone)];
  if (opens <= electionDate && electionDate <= closes) return [];
  const when = opens === closes ? opens : `${opens} to ${closes}`;
  const message = `is ${electionDate}, but voting is open on ${when}: one of the two is wrong`;
  return [{ path: "race.electionDate", message }];
}
