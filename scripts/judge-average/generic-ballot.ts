import { addDays } from "../../src/race/dates.ts";
import { poll as pollSchema, type Poll } from "../../src/race/sections/polls/source.ts";
import { isoDate, rowsOf, sampleOf, type Row } from "./files.ts";

/** A span of days, with the polls of its generic ballot and the margin published for each day. */
export type Span = {
  readonly name: string;
  readonly polls: readonly Poll[];
  /** Democrats less Republicans, in points, by date. */
  readonly line: ReadonlyMap<string, number>;
};

const FIRST_DAY = "2019-06-01";
const LAST_DAY = "2020-11-02";

/** Those two cycles have polls only in the list that ends each: of the last three weeks. */
const LAST_WEEKS = [
  { cycle: "2018", election: "2018-11-06" },
  { cycle: "2022", election: "2022-11-08" },
] as const;
const DAYS_OF_POLLS = 21;

/** The spans that the folder has both polls and a published line of. */
export function genericBallots(folder: string): readonly Span[] {
  const published = rowsOf(folder, "generic_ballot_averages_old_model.csv");
  const listed = rowsOf(folder, "generic_ballot_polls.csv");
  const raw = rowsOf(folder, "raw_polls_1998-2022.csv");
  const spans = [
    {
      name: "2020",
      polls: listed.map(toPoll),
      line: lineOf(published, "2020", FIRST_DAY, LAST_DAY),
    },
    ...LAST_WEEKS.map(({ cycle, election }) => ({
      name: cycle,
      polls: raw.filter(({ race }) => race === `${cycle}_House-G_US`).map(toRawPoll),
      // A line needs a few polls to begin with: the first week has none behind it.
      line: lineOf(published, cycle, addDays(election, 7 - DAYS_OF_POLLS), addDays(election, -1)),
    })),
  ];
  return spans.filter(({ polls, line }) => polls.length > 0 && line.size > 0);
}

function lineOf(
  published: readonly Row[],
  wanted: string,
  first: string,
  last: string,
): ReadonlyMap<string, number> {
  const margins = new Map<string, number>();
  for (const { date = "", cycle, candidate, pct_estimate } of published) {
    if (cycle !== wanted || date < first || date > last) continue;
    const sign = candidate === "Democrats" ? 1 : -1;
    margins.set(date, (margins.get(date) ?? 0) + sign * Number(pct_estimate));
  }
  return new Map([...margins].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function toPoll(row: Row): Poll {
  return pollSchema.parse({
    id: `538:${row.poll_id}:${row.question_id}`,
    survey: `538:${row.poll_id}`,
    pollster: row.pollster,
    sponsor: row.sponsors || null,
    field: { start: isoDate(row.start_date), end: isoDate(row.end_date) },
    sample: sampleOf(row.sample_size),
    population: row.population || null,
    shares: shares(row.dem, row.rep),
    partisan: row.partisan || null,
    internal: row.sponsor_candidate !== "",
    publishedAt: isoDate(row.created_at),
    source: "538",
  });
}

function toRawPoll(row: Row): Poll {
  return pollSchema.parse({
    id: `538:${row.poll_id}:${row.question_id}`,
    survey: `538:${row.poll_id}`,
    pollster: row.pollster,
    field: { middle: isoDate(row.polldate) },
    sample: sampleOf(row.samplesize),
    shares: shares(row.cand1_pct, row.cand2_pct),
    partisan: row.partisan || null,
    source: "538",
  });
}

function shares(dem = "", rep = "") {
  return [
    { candidate: "dem", share: Number(dem) },
    { candidate: "rep", share: Number(rep) },
  ];
}
