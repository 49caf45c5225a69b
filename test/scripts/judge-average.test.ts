import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
function judge(publishedMargin: number, inside = folder) {
  const polls = [
    "1,1,Test Pollster A,,600,lv,3/5/20,3/5/20,,3/6/20 10:00,48,45",
    "2,2,Test Pollster A,,,lv,3/10/20,3/10/20,,3/12/20 10:00,50,43",
  ];
  const line = ["2020-03-10", "2020-03-11", "2021-01-01"].flatMap((date) => [
    `Democrats,${45 + publishedMargin},${date},2020`,
    `Republicans,45,${date},2020`,
  ]);
  const write = (name: string, rows: readonly string[]) =>
    writeFileSync(join(inside, name), `${rows.join("\n")}\n`);
  write("generic_ballot_polls.csv", [COLUMNS, ...polls]);
  write("generic_ballot_averages_old_model.csv", ["candidate,pct_estimate,date,cycle", ...line]);
  return spawnSync(process.execPath, ["scripts/judge-average.ts", folder], { encoding: "utf8" });
}

test("the judge measures the gap over the days of its span, with polls entering when published", () => {
  const { stdout, status } = judge(3.25);
  expect(stdout).toMatch(/^weighted, polls enter when published: 0\.250\n/);
  expect(stdout).toContain("target 0.30 over 2 days: met");
  expect(stdout).toMatch(/^unweighted mean of latest polls +0\.250$/m);
  expect(stdout).toContain("largest one-day step: 0.0 points");
  expect(status).toBe(0);
});

test("the folder may hold the files in one called fivethirtyeight, and elections with results", () => {
  const inside = join(folder, "fivethirtyeight");
  mkdirSync(inside);
  const head =
    "poll_id,question_id,race_id,race,type_simple,pollster,partisan,polldate,samplesize,cand1_pct,cand2_pct,electiondate,cand1_actual,cand2_actual";
  const contests = [
    "1,1,1,2018_Gov-G_XX,Gov-G,Test Pollster A,,10/30/2018,600.5,48,45,11/6/2018,46,50",
    "2,2,2,2018_Gov-G_YY,Gov-G,Test Pollster A,D,10/30/2018,600,48,45,11/6/2018,30,60",
    "3,3,3,2018_Gov-P_XX,Gov-P,Test Pollster A,,10/30/2018,600,48,45,11/6/2018,46,50",
  ];
  writeFileSync(join(inside, "raw_polls_1998-2022.csv"), `${[head, ...contests].join("\n")}\n`);
  const { stdout } = judge(3, inside);
  expect(stdout).toMatch(/^1 +polls: +2 contests, inner +50\.0 %, outer +50\.0 %$/m);
});

test("a rule that strays too far from the line fails", () => {
  const { stdout, status } = judge(4);
  expect(stdout).toContain("weighted, polls enter when published: 1.000");
  expect(stdout).toContain("target 0.30 over 2 days: missed");
  expect(status).toBe(1);
});
