import { z } from "zod";
import { count, instant, raceId } from "./common.ts";
import { average, turnoutSummary } from "./document.ts";
import { moneyEntry } from "../sections/money/source.ts";
import { moneySummary } from "../sections/money/summary.ts";
import { poll } from "../sections/polls/source.ts";
import { publishedAverage, source } from "./race.ts";
import { resultsArea, resultsSummary } from "../sections/results/summary.ts";
import { resultCount } from "../sections/results/source.ts";
import { ballotCount } from "../sections/turnout/source.ts";

/** What every section address answers with, beside the section's own body. */
const head = {
  schema: z.literal(1),
  race: raceId,
  revision: count,
  updatedAt: instant,
  sources: z.array(source),
};

export const pollsSection = z
  .object({
    ...head,
    section: z.literal("polls"),
    average,
    published: z.array(publishedAverage),
    polls: z.array(poll),
  })
  .meta({ id: "PollsSection" });
export type PollsSection = z.infer<typeof pollsSection>;

export const turnoutSection = z
  .object({
    ...head,
    section: z.literal("turnout"),
    turnout: turnoutSummary.nullable(),
    counts: z.array(ballotCount),
  })
  .meta({ id: "TurnoutSection" });
export type TurnoutSection = z.infer<typeof turnoutSection>;

export const resultsSection = z
  .object({
    ...head,
    section: z.literal("results"),
    results: resultsSummary.nullable(),
    areas: z.array(resultsArea),
    counts: z.array(resultCount),
  })
  .meta({ id: "ResultsSection" });
export type ResultsSection = z.infer<typeof resultsSection>;

export const moneySection = z
  .object({
    ...head,
    section: z.literal("money"),
    money: moneySummary.nullable(),
    entries: z.array(moneyEntry),
  })
  .meta({ id: "MoneySection" });
export type MoneySection = z.infer<typeof moneySection>;

/** The sections of a race in full, those that have been filled. */
export type Sections = {
  readonly polls?: PollsSection;
  readonly turnout?: TurnoutSection;
  readonly results?: ResultsSection;
  readonly money?: MoneySection;
};
