/**
 * Judges the averages against a line that FiveThirtyEight published: its 2020 generic ballot.
 *
 *     node scripts/judge-average.ts <folder>
 *
 * The folder holds FiveThirtyEight's generic_ballot_polls.csv and
 * generic_ballot_averages_old_model.csv (CC BY 4.0). Prints the mean absolute gap of the
 * margin, in points, over the days that both lines cover; exits with 1 when the weighted rule
 * misses its target.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { averagePolls } from "../src/race/average/average.ts";
import { addDays, dateOf, dayOf } from "../src/race/dates.ts";
import { poll as pollSchema, type Poll } from "../src/race/sections/polls/source.ts";
import { averageSettings, type AverageSettings } from "../src/race/sections/polls/settings.ts";

const FIRST_DAY = "2019-06-01";
const LAST_DAY = "2020-11-02";
const TARGET_POINTS = 0.4;

/** The files give times without a zone; every date in them is the East Coast's. */
const TIME_ZONE = "America/New_York";

const CANDIDATES = [
  { id: "dem", shortName: "Democrats" },
  { id: "rep", shortName: "Republicans" },
];

type Row = Readonly<Record<string, string>>;

function main(folder: string | undefined): void {
  if (folder === undefined) {
    console.log("Usage: node scripts/judge-average.ts <folder with the generic ballot files>");
    process.exitCode = 2;
    return;
  }
  const polls = rows(join(folder, "generic_ballot_polls.csv")).map(toPoll);
  const line = publishedMargins(rows(join(folder, "generic_ballot_averages_old_model.csv")));
  const onEndDate = polls.map((one) => ({ ...one, publishedAt: null }));
  const rule = averageSettings.parse({ method: "weighted" });

  const gap = meanGap(polls, rule, line);
  console.log(`${line.size} days, ${FIRST_DAY} to ${LAST_DAY}, ${polls.length} polls`);
  console.log(`weighted, polls enter when published: ${gap.toFixed(3)}`);
  console.log(`weighted, polls enter on end date:    ${meanGap(onEndDate, rule, line).toFixed(3)}`);
  const plain = averageSettings.parse({ method: "mean" });
  console.log(`unweighted mean of latest polls:      ${meanGap(polls, plain, line).toFixed(3)}`);
  const verdict = gap <= TARGET_POINTS ? "met" : "missed";
  console.log(`target ${TARGET_POINTS.toFixed(2)} ${verdict}`);
  if (verdict === "missed") process.exitCode = 1;
}

function meanGap(
  polls: readonly Poll[],
  settings: AverageSettings,
  line: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [date, margin] of line) {
    const { shares } = averagePolls(polls, {
      settings,
      candidates: CANDIDATES,
      asOf: `${addDays(date, 1)}T03:59:59Z`,
      timeZone: TIME_ZONE,
    });
    const share = (id: string) => shares.find((one) => one.candidate === id)?.share ?? NaN;
    sum += Math.abs(share("dem") - share("rep") - margin);
  }
  return sum / line.size;
}

function publishedMargins(published: readonly Row[]): ReadonlyMap<string, number> {
  const margins = new Map<string, number>();
  for (const { date = "", cycle, candidate, pct_estimate } of published) {
    if (cycle !== "2020" || date < FIRST_DAY || date > LAST_DAY) continue;
    const sign = candidate === "Democrats" ? 1 : -1;
    margins.set(date, (margins.get(date) ?? 0) + sign * Number(pct_estimate));
  }
  return margins;
}

function toPoll(row: Row): Poll {
  return pollSchema.parse({
    id: `538:${row.poll_id}:${row.question_id}`,
    survey: `538:${row.poll_id}`,
    pollster: row.pollster,
    field: { start: isoDate(row.start_date), end: isoDate(row.end_date) },
    sample: row.sample_size ? Math.round(Number(row.sample_size)) : null,
    population: row.population || null,
    shares: [
      { candidate: "dem", share: Number(row.dem) },
      { candidate: "rep", share: Number(row.rep) },
    ],
    partisan: row.partisan || null,
    internal: row.sponsor_candidate !== "",
    publishedAt: isoDate(row.created_at),
    source: "538",
  });
}

/** `4/1/19 13:14` to `2019-04-01`. */
function isoDate(text = ""): string {
  const [month, day, year] = (text.split(" ")[0] ?? "").split("/").map(Number);
  return dateOf(dayOf(`20${pad(year)}-${pad(month)}-${pad(day)}`));
}

function pad(part = NaN): string {
  return String(part).padStart(2, "0");
}

function rows(path: string): readonly Row[] {
  return parse(readFileSync(path, "utf8"), { columns: true, bom: true });
}

main(process.argv[2]);
