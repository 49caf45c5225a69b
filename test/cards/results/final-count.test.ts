import { join } from "node:path";
import { expect, test } from "vitest";
import { readRaceFolder } from "../../../src/cli/folder/race-folder.ts";
import { checkRaceData } from "../../../src/race/check.ts";
import { type Compiled, compileRace } from "../../../src/race/compile/compile-race.ts";
import { textOf } from "../visible-text.tsx";

/** A folder of the fixtures as the desk compiles it. */
async function compiled(folder: string): Promise<Compiled> {
  const read = await readRaceFolder(join(import.meta.dirname, "../../fixtures", folder));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const checked = checkRaceData(read.value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const now = read.value.race.asOf ?? "";
  return compileRace(read.value, { revision: 1, publication: 1, updatedAt: now, now });
}

test("the final count of 20 June 2017, from its files to the card, number by number", async () => {
  const { document: race, sections } = await compiled("ga-06-final");
  const text = textOf({ race, card: "results", full: { results: sections.results } });
  for (const part of [
    "208 of 208 precincts reporting",
    "Source: Georgia Secretary of State; as of June 21",
    "Handel 51.8%, Ossoff 48.2%",
    "Handel (R) 134,799 51.8% Ossoff (D) 125,517 48.2%",
    "Difference: 3.6 points",
    "260,455 ballots counted, 58.2% of 447,826 registered voters",
    "By county (3)",
    "Fulton County 52.6% 64,994 47.4% 58,475 123,469 115 of 115",
    "Cobb County 58.0% 45,688 42.0% 33,114 78,802 50 of 50",
    "DeKalb County 41.5% 24,117 58.5% 33,928 58,045 43 of 43",
    "Early in person 49.3% 56,619 50.7% 58,152 114,771",
    "By mail 35.8% 10,081 64.2% 18,065 28,146",
    "On Election Day 58.2% 67,938 41.8% 48,865 116,803",
    "Provisional 27.0% 161 73.0% 435 596",
  ])
    expect(text.replace(/ (?=[.,;])/g, "")).toContain(part);
  expect(text).not.toContain("Not of the same moment");
});
