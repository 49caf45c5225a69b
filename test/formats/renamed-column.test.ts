import { expect, test } from "vitest";
import type { FileToRead } from "../../src/formats/read-for-race.ts";
import { readForGa06 } from "./race.ts";
import { SAMPLES } from "./samples.ts";

const LONG = SAMPLES.find(({ name }) => name === "538, one row per answer")?.text ?? "";
const PAIR = SAMPLES.find(({ name }) => name === "538, one row per question")?.text ?? "";

const faults = (text: string, more: Partial<FileToRead> = {}) => {
  const read = readForGa06(text, more);
  return read.ok ? "no faults" : read.faults.map(({ line, message }) => `${line}: ${message}`);
};
const missing = (what: string, verb = "is") => [
  `1: looks like a list of polls in FiveThirtyEight's columns, but ${what} ${verb} missing: give the column its name`,
];

test.each([
  ["pct", "percent", "pct (is that percent?)"],
  ["pct", "share", "pct"],
  ["end_date", "enddate", "end_date (is that enddate?)"],
  ["candidate_name", "candidate", "candidate_name (is that candidate?)"],
  ["question_id", "question", "question_id (is that question?)"],
])("a list of polls whose %s is now called %s is told so", (name, now, what) => {
  const text = LONG.replace(name, now);
  expect(faults(text)).toEqual(missing(what));
  expect(faults(text, { format: "fivethirtyeight" })).toEqual(missing(what));
  expect(faults(text, { section: "polls" })).toEqual(missing(what));
});

test("two columns may have new names, and other forms are known too", () => {
  const both = LONG.replace("pct", "percent").replace("pollster", "house");
  expect(faults(both)).toEqual(missing("pollster and pct (is that percent?)", "are"));
  expect(faults(PAIR.replace("polldate", "poll_date"))).toEqual(
    missing("polldate (is that poll_date?)"),
  );
});

test("with a source column it isn't taken for polls.csv", () => {
  const [header = "", ...rows] = LONG.replace("pct", "percent").trim().split("\n");
  const text = [`${header},source`, ...rows.map((row) => `${row},x`)].join("\n");
  expect(faults(text)).toEqual(missing("pct (is that percent?)"));
});

test("our own files and files of no format are told as before", () => {
  expect(faults("pollster,middel,handel,source\nTEST,2017-06-01,48,test")[1]).toContain(
    "is no column of polls.csv: did you mean middle?",
  );
  expect(faults("poll_id,question_id,price\n1,2,3")[0]).toMatch(/in no format that is known/);
});
