import type { Issue } from "../../checked.ts";
import { endOf } from "../../dates.ts";
import { listOf } from "../../diff/list.ts";
import { roundHalfUp } from "../../rounding.ts";
import type { SectionDefinition } from "../definition.ts";
import { referencesOf } from "../references.ts";
import { duplicates, mergeRows } from "../rows.ts";
import { compilePolls } from "./compile-polls.ts";
import type { PollsData } from "./poll-pairs.ts";
import { drawnPolls, passedOnPolls } from "./pass-on.ts";
import { quietPolls } from "./quiet.ts";
import type { PublishedAverage } from "./settings.ts";
import { poll, type Poll, type PollsSource, pollsSource } from "./source.ts";
import {
  type PollsSection,
  pollsSection,
  type PollsSummary,
  pollsSummary,
  type RecentPoll,
} from "./summary.ts";

export const polls = {
  source: pollsSource,
  rows: {
    list: "polls",
    schema: poll,
    name: "poll",
    knownFrom: ({ publishedAt, field }) => publishedAt ?? endOf(field),
    endedOn: ({ field }) => endOf(field),
    key: pollKey,
    figures: ["shares", "sample", "marginOfError", "undecided"],
    part: pollKey,
  },
  summary: pollsSummary,
  full: pollsSection,
  csv: {
    // Each candidate's share stands in a column of its own, between margin of error and undecided.
    columns: [
      "id",
      "survey",
      "pollster",
      "sponsor",
      "start",
      "end",
      "middle",
      "sample",
      "population",
      "margin_of_error",
      "undecided",
      "others",
      "partisan",
      "internal",
      "published_at",
      "source",
      "url",
      "question",
      "mode",
      "frame",
      "probability",
      "weighting",
      "funder",
      "report_url",
      "note",
    ],
    required: ["pollster", "source"],
    editorsOnly: ["note"],
    telling: ["pollster", "source"],
  },
  fedBy: "feed",
  merge: (base, patch) => ({ polls: mergeRows(base?.polls, patch.polls, pollKey) }),
  check: checkPolls,
  compile: compilePolls,
  passedOn: passedOnPolls,
  drawn: drawnPolls,
  quiet: quietPolls,
  lists: {
    shares: listOf<{ candidate: string; share: number }>({
      key: (item) => item.candidate,
      name: (item, names) => names(item.candidate),
      skip: ["candidate"],
    }),
    published: listOf<PublishedAverage>({
      key: (item) => item.publisher,
      name: (item) => `published by ${item.publisher}`,
      say: (item) => item.text,
    }),
    recent: listOf<RecentPoll>({
      key: (item) => item.id,
      name: (item) => `${item.pollster} ${datesOf(item)}`,
      say: (item, names) =>
        item.shares.map(({ candidate, share }) => `${names(candidate)} ${share}`).join(", "),
    }),
    inputs: listOf<PollsSummary["average"]["inputs"][number]>({
      key: (item) => item.poll,
      name: (item) => item.poll,
      counted: "poll",
    }),
    leftOut: listOf<PollsSummary["average"]["leftOut"][number]>({
      key: (item) => item.poll,
      name: (item) => item.poll,
      counted: "poll",
    }),
    trend: listOf<PollsSummary["trend"][number]>({
      key: (item) => item.date,
      name: (item) => item.date,
      counted: "day",
    }),
  },
  words: { inputs: "weights", published: "", recent: "", shares: "", statement: "sentence" },
} as const satisfies SectionDefinition<PollsSource, PollsSummary, PollsSection, PollsData>;

/** A poll's id makes it that poll, whatever else is corrected. */
function pollKey({ id }: Poll): string {
  return id;
}

function checkPolls({ race, polls: source }: PollsData): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.polls ?? [];
  return [
    ...duplicates(rows, pollKey, "polls.polls", "id", "poll"),
    ...race.polls.main.flatMap(({ candidates }, i) =>
      candidates.flatMap((candidate, j) =>
        known.candidate(candidate, `race.polls.main.${i}.candidates.${j}`),
      ),
    ),
    ...race.polls.published.flatMap(({ source: id, shares }, i) => [
      ...known.source(id, `race.polls.published.${i}.source`),
      ...shares.flatMap(({ candidate }, j) =>
        known.candidate(candidate, `race.polls.published.${i}.shares.${j}.candidate`),
      ),
    ]),
    ...rows.flatMap((row, i) => [
      ...known.source(row.source, `polls.polls.${i}.source`),
      ...fractions(row, `polls.polls.${i}.shares`),
      ...row.shares.flatMap(({ candidate }, j) => {
        const path = `polls.polls.${i}.shares.${j}`;
        const twice = row.shares.findIndex((share) => share.candidate === candidate) < j;
        const message = `${candidate} has two shares in one poll; keep one`;
        return [
          ...known.candidate(candidate, `${path}.candidate`),
          ...(twice ? [{ path, message }] : []),
        ];
      }),
    ]),
  ];
}

/** Percent: shares of a poll that add up to less were typed as parts of one, 0.48 for 48. */
const MAX_FRACTIONS = 2;

function fractions({ shares, others = [] }: Poll, path: string): readonly Issue[] {
  const named = [...shares, ...others];
  const sum = named.reduce((total, { share }) => total + share, 0);
  if (named.length < 2 || sum >= MAX_FRACTIONS) return [];
  if (sum === 0)
    return [{ path, message: "all shares are 0: leave empty what nobody knows, or the poll out" }];
  const example = named.find(({ share }) => share > 0)?.share ?? 0;
  const message = `shares add up to ${roundHalfUp(sum, 2)} percent: they are fractions, so write ${roundHalfUp(example * 100, 6)} for ${example}`;
  return [{ path, message }];
}

function datesOf({ field }: RecentPoll): string {
  if ("middle" in field) return field.middle;
  return field.start === field.end ? field.end : `${field.start} to ${field.end}`;
}
