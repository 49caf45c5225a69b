import { join } from "node:path";
import { expect, test } from "vitest";
import { readRaceFolder } from "../../src/cli/folder/race-folder.ts";
import { compileRace } from "../../src/race/compile/compile-race.ts";
import { averageSettings } from "../../src/race/sections/polls/settings.ts";
import type { PollsSection } from "../../src/race/sections/polls/summary.ts";
import { blocks, page, partOf, ROOT } from "./manual.ts";

type Recompute = (section: PollsSection) => readonly { candidate: string; share: number }[];

const [code = ""] = blocks(partOf(await page("docs/api.md"), "Recomputing the average"), "js");
const recompute = new Function(`${code}; return recompute;`)() as Recompute;

const read = await readRaceFolder(join(ROOT, "races/us-ga-06-2017-runoff"));
if (!read.ok) throw new Error("the demo race has faults");
const demo = read.value;

test.each([
  { method: "weighted" },
  { method: "weighted", halfLifeDays: 3 },
  { method: "mean" },
  { method: "mean", roundInputs: true, windowDays: 7 },
  { method: "decay" },
  {
    method: "decay",
    bias: { "csp-2017-06-17": [{ candidate: "handel", points: 1.5 }] },
  },
])("the manual's code recomputes the average of %o from what is published", (given) => {
  const average = averageSettings.parse(given);
  const race = { ...demo.race, polls: { ...demo.race.polls, average } };
  const stamp = { revision: 1, publication: 1, updatedAt: "2017-06-20T12:00:00Z" };
  const { sections } = compileRace({ ...demo, race }, { now: stamp.updatedAt, ...stamp });
  const published = JSON.parse(JSON.stringify(sections.polls)) as PollsSection;
  expect(recompute(published)).toEqual(
    published.average?.shares.map(({ candidate, share }) => ({ candidate, share })),
  );
  expect(published.average?.shares).toHaveLength(2);
});
