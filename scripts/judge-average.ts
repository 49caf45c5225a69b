/**
 * Judges the averages against lines that FiveThirtyEight published for the generic ballot, and
 * their intervals against how elections came out.
 *
 *     node scripts/judge-average.ts <folder>
 *
 * The folder, or its folder fivethirtyeight, holds FiveThirtyEight's generic_ballot_polls.csv and
 * generic_ballot_averages_old_model.csv, and raw_polls_1998-2022.csv for 2018, 2022 and the
 * intervals (CC BY 4.0). Prints the mean absolute gap of the margin, in points, for each rule
 * tried, and how often the intervals of the lead held the result. Exits with 1 when the weighted
 * rule misses its target.
 */
import { coverage } from "./judge-average/coverage.ts";
import { fivethirtyeightFolder } from "./judge-average/files.ts";
import { genericBallots } from "./judge-average/generic-ballot.ts";
import { judge, RULES } from "./judge-average/rules.ts";

const TARGET_POINTS = 0.3;

function main(named: string | undefined): void {
  if (named === undefined) {
    console.log("Usage: node scripts/judge-average.ts <folder with FiveThirtyEight's files>");
    process.exitCode = 2;
    return;
  }
  const folder = fivethirtyeightFolder(named);
  const spans = genericBallots(folder);
  const [first] = spans;
  const [rule] = RULES;
  if (first === undefined || rule === undefined) {
    console.log("The folder has no generic ballot with a published line");
    process.exitCode = 2;
    return;
  }
  const { gap, days, step, stepDate } = judge(rule, first);
  console.log(`${rule.name}: ${gap.toFixed(3)}`);
  const verdict = gap <= TARGET_POINTS ? "met" : "missed";
  console.log(`target ${TARGET_POINTS.toFixed(2)} over ${days} days: ${verdict}`);
  console.log(`largest one-day step: ${step.toFixed(1)} points on ${stepDate}`);

  console.log("\nMean gap of the margin to the published line, in points");
  const head = spans.map(({ name, line }) => `${name} (${line.size} days)`.padStart(16));
  console.log("rule".padEnd(48) + head.join(""));
  for (const tried of RULES) {
    const gaps = spans.map((span) => judge(tried, span).gap.toFixed(3).padStart(16));
    console.log(tried.name.padEnd(48) + gaps.join(""));
  }

  const table = coverage(folder);
  if (table.length > 0) console.log("\nResults inside the 95 % intervals of the lead");
  for (const { polls, contests, inner, outer } of table) {
    console.log(
      `${polls.padEnd(12)} polls: ${String(contests).padStart(5)} contests, inner ${percent(inner)}, outer ${percent(outer)}`,
    );
  }
  if (verdict === "missed") process.exitCode = 1;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`.padStart(7);
}

main(process.argv[2]);
