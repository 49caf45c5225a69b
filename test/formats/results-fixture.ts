import { expect } from "vitest";
import type { ContestFile } from "../../src/formats/match/contests.ts";
import { pickContest, type PickOptions } from "../../src/formats/match/pick-contest.ts";
import type { Fault, ReadResult } from "../../src/formats/text/faults.ts";
import type { ResultsSource } from "../../src/race/sections/results/source.ts";
import { aRace } from "../race/fixtures.ts";

export const OPTIONS: PickOptions = {
  candidates: aRace().candidates,
  source: "office",
  asOf: "2026-11-03T21:00:00-05:00",
};

/** What a read gives when nothing is wrong; the faults fail the test otherwise. */
export function valueOf<T>(result: ReadResult<T>): T {
  if (!result.ok) throw new Error(result.faults.map((fault) => fault.message).join("\n"));
  return result.value;
}

export function faultsOf(result: ReadResult<unknown>): readonly Fault[] {
  expect(result.ok).toBe(false);
  return result.ok ? [] : result.faults;
}

/** The race's contest of a file that was read without faults. */
export function picked(
  file: ReadResult<ContestFile>,
  options: Partial<PickOptions> = {},
): ReadResult<ResultsSource> {
  return pickContest(valueOf(file), { ...OPTIONS, ...options });
}

/** One line a row: `Able County votes ada election_day 10`. */
export function linesOf(source: ResultsSource): string[] {
  return source.counts.map(({ area, measure, candidate, other, mode, value }) =>
    [area, measure, candidate, other, mode === "unspecified" ? null : mode, value]
      .filter((part) => part !== null)
      .join(" "),
  );
}

export function messagesOf(result: ReadResult<unknown>): string[] {
  return (result.ok ? result.warnings : result.faults).map((fault) => fault.message);
}
