import * as fc from "fast-check";
import { expect, test } from "vitest";
import { averagePolls } from "../../../src/race/average/average.ts";
import { combine } from "../../../src/race/average/combine.ts";
import { inputsOf } from "../../../src/race/average/inputs.ts";
import { preparePolls } from "../../../src/race/average/evidence/prepare.ts";
import { weigh } from "../../../src/race/average/weights/weigh.ts";
import { addDays, dayOf } from "../../../src/race/dates.ts";
import type { Average } from "../../../src/race/sections/polls/summary.ts";
import type { Poll } from "../../../src/race/sections/polls/source.ts";
import { AS_OF, anyMethod, anyPolls, optionsFor, testPoll } from "./test-polls.ts";

/** Printed shares are off by up to half a tenth each. */
const ROUNDED = 0.05;

test("the effective sample is never more than the people asked", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const known = polls.map((poll) => ({ ...poll, sample: poll.sample ?? 1000 }));
      const { effectiveSample } = averagePolls(known, optionsFor(method));
      const surveys = Map.groupBy(known, ({ survey }) => survey).values();
      const asked = [...surveys].map((survey) => Math.max(...survey.map(({ sample }) => sample)));
      expect(effectiveSample ?? 0).toBeLessThanOrEqual(asked.reduce((sum, n) => sum + n, 0));
    }),
  );
});

test("nor more than a tracker asked anew each day, however its releases overlap", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 50, max: 500 }),
      (length, step, releases, perDay) => {
        const days = new Set<string>();
        const polls = Array.from({ length: releases }, (_, n) => {
          const end = addDays("2024-10-31", -n * step);
          for (let day = 0; day < length; day++) days.add(addDays(end, -day));
          return testPoll(
            `t${n}`,
            end,
            { ash: 49, birch: 46 },
            {
              pollster: "Test Tracker",
              field: { start: addDays(end, 1 - length), end },
              sample: perDay * length,
            },
          );
        });
        const { effectiveSample } = averagePolls(polls, optionsFor("weighted"));
        expect(effectiveSample).toBeLessThanOrEqual(perDay * days.size);
        expect(effectiveSample).toBeGreaterThan(0);
      },
    ),
  );
});

test("no average adds up to more than one of its polls does", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const options = optionsFor(method);
      const { shares, inputs } = averagePolls(polls, options);
      const sums = inputs.map(({ poll }) => sumOf(polls.find(({ id }) => id === poll)));
      const slack = shares.length * ROUNDED + 1e-9;
      const sum = shares.reduce((total, { share }) => total + (share ?? 0), 0);
      expect(sum).toBeLessThanOrEqual(Math.max(0, ...sums) + slack);

      // The same before rounding, for the main candidates.
      const { entries, lineUp } = preparePolls(polls, options);
      const parts = inputsOf(weigh(entries, options.settings, dayOf("2024-10-31")), method);
      const means = combine(parts, options.candidates.length);
      const main = lineUp.reduce((total, at) => total + (means[at]?.share ?? 0), 0);
      expect(main).toBeLessThanOrEqual(Math.max(0, ...sums) + 1e-9);
    }),
  );
});

function sumOf(poll: Poll | undefined): number {
  return (poll?.shares ?? []).reduce((sum, { share }) => sum + share, 0);
}

/** Weights by survey: those of one survey's questions added up. */
function bySurvey({ inputs }: Average, polls: readonly Poll[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { poll, weight } of inputs) {
    const survey = polls.find(({ id }) => id === poll)?.survey ?? "";
    weights.set(survey, (weights.get(survey) ?? 0) + weight);
  }
  return weights;
}

test("a second question of the same population and line-up changes no survey's weight", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, fc.nat(), fc.nat(), (polls, method, pick, share) => {
      const asked = polls[pick % Math.max(1, polls.length)];
      if (asked === undefined) return;
      const shares = asked.shares.map((one) => ({ ...one, share: share % 33 }));
      const more = [...polls, { ...asked, id: "second", shares }];
      const before = bySurvey(averagePolls(polls, optionsFor(method)), more);
      const after = bySurvey(averagePolls(more, optionsFor(method)), more);
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [survey, weight] of before) {
        expect(Math.abs((after.get(survey) ?? NaN) - weight)).toBeLessThan(5e-6);
      }
    }),
  );
});

test("six questions of one survey say no more than one of them", () => {
  const question = (n: number) =>
    testPoll(`q${n}`, "2024-10-30", { ash: 49, birch: 45 }, { survey: "s", sample: 800 });
  const one = averagePolls([question(1)], optionsFor("weighted"));
  const six = averagePolls([1, 2, 3, 4, 5, 6].map(question), optionsFor("weighted"));
  expect(six.effectiveSample).toBe(800);
  expect(six.lead).toEqual(one.lead);
  expect(one.lead.case).toBe("within");
});

/** Of a pollster without any other, about both main candidates. */
const newPoll = fc
  .record({
    ash: fc.integer({ min: 0, max: 50 }),
    birch: fc.integer({ min: 0, max: 50 }),
    age: fc.integer({ min: 0, max: 40 }),
    sample: fc.integer({ min: 1, max: 5000 }),
  })
  .map(({ ash, birch, age, sample }) =>
    testPoll("new", addDays("2024-10-31", -age), { ash, birch }, { sample }),
  );

test("one new poll moves the average by no more than its weight allows", () => {
  fc.assert(
    fc.property(anyPolls, newPoll, (given, added) => {
      const polls = given.map((poll) => ({
        ...poll,
        sample: poll.sample ?? 600,
        shares: ["ash", "birch"].map((candidate, at) => ({
          candidate,
          share: poll.shares[at]?.share ?? 20,
        })),
      }));
      const before = averagePolls(polls, optionsFor("weighted"));
      const after = averagePolls([...polls, added], optionsFor("weighted"));
      if (before.shares.length === 0) return;
      const weight = after.inputs.find(({ poll }) => poll === "new")?.weight ?? 0;
      for (const { candidate, share } of after.shares) {
        const all = [...polls, added].map(
          (poll) => poll.shares.find((one) => one.candidate === candidate)?.share ?? NaN,
        );
        const was = before.shares.find((one) => one.candidate === candidate)?.share ?? NaN;
        const most = weight * (Math.max(...all) - Math.min(...all));
        expect(Math.abs((share ?? NaN) - was)).toBeLessThanOrEqual(most + 2 * ROUNDED + 1e-3);
      }
    }),
  );
});

test("the order in which polls arrive changes nothing, line-up included", () => {
  fc.assert(
    fc.property(
      fc.tuple(anyPolls, fc.infiniteStream(fc.nat())),
      anyMethod,
      ([polls, keys], method) => {
        const shuffled = polls
          .map((poll) => ({ poll, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ poll }) => poll);
        const options = { ...optionsFor(method), asOf: AS_OF };
        expect(averagePolls(shuffled, options)).toEqual(averagePolls(polls, options));
      },
    ),
  );
});

test("every known poll is an input or left out, and none is both", () => {
  fc.assert(
    fc.property(anyPolls, anyMethod, (polls, method) => {
      const { inputs, leftOut } = averagePolls(polls, optionsFor(method));
      const told = [...inputs, ...leftOut].map(({ poll }) => poll);
      expect(told.toSorted()).toEqual(polls.map(({ id }) => id).toSorted());
    }),
  );
});
