import { averagePolls } from "../../src/race/average/average.ts";
import { addDays } from "../../src/race/dates.ts";
import { averageSettings, type AverageSettings } from "../../src/race/sections/polls/settings.ts";
import type { Poll } from "../../src/race/sections/polls/source.ts";
import type { Span } from "./generic-ballot.ts";

/** A way to average, told by settings and by what it is made to see of the polls. */
export type Rule = {
  readonly name: string;
  readonly settings: AverageSettings;
  readonly seen: (poll: Poll) => Poll;
};

/** The files give times without a zone; every date in them is the East Coast's. */
const TIME_ZONE = "America/New_York";

const CANDIDATES = [
  { id: "dem", shortName: "Democrats" },
  { id: "rep", shortName: "Republicans" },
];

const asItIs = (poll: Poll) => poll;
/** Neither survey nor tracker joins it to another question. */
const everyQuestion = (poll: Poll): Poll => ({ ...poll, survey: poll.id, sponsor: poll.id });
const nobodyPartisan = (poll: Poll): Poll => ({ ...poll, partisan: null, internal: false });

function weighted(more: object = {}): AverageSettings {
  return averageSettings.parse({ method: "weighted", ...more });
}

/** All the rules first: the ones that cards show. */
export const RULES: readonly Rule[] = [
  { name: "weighted, polls enter when published", settings: weighted(), seen: asItIs },
  {
    name: "weighted, polls enter on end date",
    settings: weighted(),
    seen: (poll) => ({ ...poll, publishedAt: null }),
  },
  {
    name: "half-life 14, divisor 14 days, all other rules",
    settings: weighted({ halfLifeDays: 14, crowdingDays: 14 }),
    seen: asItIs,
  },
  {
    name: "half-life 18, divisor 90 days, nothing else",
    settings: weighted(),
    seen: (poll) => nobodyPartisan(everyQuestion(poll)),
  },
  {
    name: "half-life 14, divisor 14 days, nothing else",
    settings: weighted({ halfLifeDays: 14, crowdingDays: 14 }),
    seen: (poll) => nobodyPartisan(everyQuestion(poll)),
  },
  { name: "every question counts", settings: weighted(), seen: everyQuestion },
  { name: "partisan polls count in full", settings: weighted(), seen: nobodyPartisan },
  {
    name: "unweighted mean of latest polls",
    settings: averageSettings.parse({ method: "mean" }),
    seen: asItIs,
  },
  { name: "decay", settings: averageSettings.parse({ method: "decay" }), seen: asItIs },
];

/** How a rule compares with a published line. */
export type Judged = {
  /** Mean absolute gap of the margin, in points, over the days with an average. */
  readonly gap: number;
  readonly days: number;
  /** The largest change of the margin from one day to the next, and the later day. */
  readonly step: number;
  readonly stepDate: string;
};

export function judge(rule: Rule, { polls, line }: Span): Judged {
  const seen = polls.map(rule.seen);
  let sum = 0;
  let days = 0;
  let step = 0;
  let stepDate = "";
  let before: number | null = null;
  for (const [date, published] of line) {
    const margin = marginOn(date, seen, rule.settings);
    if (margin === null) continue;
    sum += Math.abs(margin - published);
    days += 1;
    if (before !== null && Math.abs(margin - before) > step) {
      step = Math.abs(margin - before);
      stepDate = date;
    }
    before = margin;
  }
  return { gap: sum / days, days, step, stepDate };
}

function marginOn(date: string, polls: readonly Poll[], settings: AverageSettings): number | null {
  const { shares } = averagePolls(polls, {
    settings,
    candidates: CANDIDATES,
    asOf: `${addDays(date, 1)}T03:59:59Z`,
    timeZone: TIME_ZONE,
  });
  const share = (id: string) => shares.find((one) => one.candidate === id)?.share ?? null;
  const [dem, rep] = [share("dem"), share("rep")];
  return dem === null || rep === null ? null : dem - rep;
}
