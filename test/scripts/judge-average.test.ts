import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const COLUMNS =
  "question_id,poll_id,pollster,partisan,sample_size,population,start_date,end_date,sponsor_candidate,created_at,dem,rep";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "topline-judge-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Judges made-up polls (3 points apart, then 5 from 12 March on) against a flat line. */
function judge(publishedMargin: number) {
  const polls = [
    "1,1,Test Pollster A,,600,lv,3/5/20,3/5/20,,3/6/20 10:00,48,45",
    "2,2,Test Pollster A,,,lv,3/10/20,3/10/20,,3/12/20 10:00,50,43",
  ];
  const line = ["2020-03-10", "2020-03-11", "2021-01-01"].flatMap((date) => [
    `Democrats,${45 + publishedMargin},${date},2020`,
    `Republicans,45,${date},2020`,
  ]);
  const write = (name: string, rows: readonly string[]) =>
    writeFileSync(join(folder, name), `${rows.join("\n")}\n`);
  write("generic_ballot_polls.csv", [COLUMNS, ...polls]);
  write("generic_ballot_averages_old_model.csv", ["candidate,pct_estimate,date,cycle", ...line]);
  return spawnSync(process.execPath, ["scripts/judge-average.ts", folder], { encoding: "utf8" });
}

test("the judge measures the gap over the days of its span, with polls entering when published", () => {
  const { stdout, status } = judge(3.25);
  expect(stdout).toContain("2 days");
  expect(stdout).toContain("weighted, polls enter when published: 0.250");
  expect(stdout).toContain("unweighted mean of latest polls:      0.250");
  expect(stdout).toContain("target 0.40 met");
  expect(status).toBe(0);
});

test("a rule that strays too far from the line fails", () => {
  const { stdout, status } = judge(4);
  expect(stdout).toContain("weighted, polls enter when published: 1.000");
  expect(stdout).toContain("target 0.40 missed");
  expect(status).toBe(1);
});
