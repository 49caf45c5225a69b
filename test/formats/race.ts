import { NOTHING_SAID } from "../../src/formats/format.ts";
import { type FileRead, type FileToRead, readForRace } from "../../src/formats/read-for-race.ts";
import type { ReadResult } from "../../src/formats/text/faults.ts";
import type { RaceSource } from "../../src/race/schema/race.ts";
import type { Candidate } from "../../src/race/schema/race-facts.ts";
import { aRace } from "../race/fixtures.ts";

/** The two of Georgia's 6th district in 2017, as race.json has them. */
export const GA06: readonly Candidate[] = [
  {
    id: "handel",
    name: "Karen Handel",
    shortName: "Handel",
    party: { code: "R", name: "Republican" },
    incumbent: false,
    aliases: [],
  },
  {
    id: "ossoff",
    name: "Jon Ossoff",
    shortName: "Ossoff",
    party: { code: "D", name: "Democrat" },
    incumbent: false,
    aliases: ["T. Jonathan Ossoff"],
  },
];

/** A race of theirs for a TEST, with every source that the samples credit. */
export const GA06_RACE: RaceSource = aRace({
  electionDate: "2017-06-20",
  voting: { opens: "2017-06-20T07:00:00-04:00", closes: "2017-06-20T19:00:00-04:00" },
  candidates: [...GA06],
  sources: [{ id: "test", name: "TEST" }],
});

/** Reads a file for that race, credited to its source. */
export function readForGa06(
  file: FileToRead["file"],
  more: Partial<FileToRead> = {},
): ReadResult<FileRead> {
  return readForRace({
    ...NOTHING_SAID,
    file,
    race: GA06_RACE,
    areas: [],
    section: null,
    source: "test",
    asOf: "2017-06-20",
    ...more,
  });
}
