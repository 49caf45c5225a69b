import { localDate } from "../../dates.ts";
import type { AverageSettings } from "../../sections/polls/settings.ts";
import type { Poll } from "../../sections/polls/source.ts";
import { withoutBias } from "../weights/decay.ts";
import { eligiblePolls, type Moment } from "./eligible.ts";
import { compare, entriesOfSurvey, type Entry } from "./entry.ts";
import { lineUpOf, type StatedLineUp } from "./line-up.ts";
import { meanShare } from "../weights/mean.ts";
import { pollsterResolver, type PollsterNames } from "./pollster.ts";
import { questionOf, type Adjust, type Question } from "./question.ts";
import { surveysOf } from "./survey.ts";

export type AverageOptions = Omit<Moment, "candidates"> & {
  readonly settings: AverageSettings;
  /** The race's candidates; equal shares keep this order. */
  readonly candidates: readonly { readonly id: string; readonly shortName: string }[];
  /** Main candidates as the editor states them; none: those whom most of the polls asked about. */
  readonly main?: readonly StatedLineUp[];
  /** Names of pollsters as the editor states them. */
  readonly pollsters?: readonly PollsterNames[];
};

/** A race's polls made ready for the averages of many days. */
export type Prepared = {
  /** All that readers could know, newest first. */
  readonly polls: readonly Poll[];
  /** Their questions, by survey. */
  readonly surveys: readonly (readonly Question[])[];
  /** The main candidates, as places in the race's list, for every day alike. */
  readonly lineUp: readonly number[];
  /** Newest field work first, then by id, so that no result depends on the order of a file. */
  readonly entries: readonly Entry[];
};

export function preparePolls(polls: readonly Poll[], options: AverageOptions): Prepared {
  const { settings, candidates, asOf, timeZone, main = [], pollsters = [] } = options;
  const known = eligiblePolls(polls, options);
  const places = new Map(candidates.map(({ id }, at) => [id, at]));
  const resolve = pollsterResolver(pollsters);
  const adjust = adjustOf(settings);
  const surveys = surveysOf(known, resolve).map((survey) =>
    survey.map((poll) => questionOf(poll, places, adjust, timeZone)),
  );
  const lineUp = lineUpOf(surveys, candidates, main, localDate(asOf, timeZone));
  const entries = surveys
    .flatMap((questions) => entriesOfSurvey(questions, lineUp, resolve))
    .toSorted((a, b) => b.end - a.end || compare(idOf(a), idOf(b)));
  return { polls: known, surveys, lineUp, entries };
}

function adjustOf(settings: AverageSettings): Adjust {
  switch (settings.method) {
    case "mean":
      return meanShare(settings);
    case "decay":
      return withoutBias(settings);
    case "weighted":
      return (share) => share;
  }
}

function idOf({ questions }: Entry): string {
  return questions[0]?.poll.id ?? "";
}
