import { z } from "zod";
import { asOf, line, percent, webAddress } from "../../race/schema/common.ts";
import { poll, POPULATIONS } from "../../race/sections/polls/source.ts";
import { partyNames } from "../match/generic-ballot.ts";
import { pollId } from "../match/poll-id.ts";
import { numberOrText, wholeSample } from "../sheet/cells.ts";
import type { ListedPoll } from "./answer.ts";

/** A question as it is checked, before its answers are tied to a race. */
export const question = z.object({
  poll: poll.omit({ shares: true, source: true }),
  answers: z
    .array(z.object({ names: z.array(line).min(1), share: percent }), "must be a list of answers")
    .min(1, "must not be empty"),
});
export type DraftQuestion = z.infer<typeof question>;

/** The field of a listed poll in which a part of the question stands. */
const FIELDS = {
  id: "id",
  survey: "id",
  pollster: "pollster",
  sponsor: "sponsors",
  sample: "sample_size",
  population: "population",
  partisan: "partisan",
  internal: "internal",
  publishedAt: "created_at",
  url: "url",
} as const;

/** A listed poll as the schema wants it. */
export function draftQuestion(listed: ListedPoll): unknown {
  const { answers } = listed;
  const [start, end] = [dateOf(listed.start_date), dateOf(listed.end_date)];
  const sponsor = sponsorOf(listed.sponsors);
  return {
    poll: {
      id: `votehub:${listed.id}`,
      survey: surveyOf(listed, sponsor),
      pollster: listed.pollster ?? undefined,
      sponsor,
      field: { start, end },
      sample: sampleOf(listed.sample_size),
      population: populationOf(listed.population),
      partisan: listed.partisan === "" ? null : (listed.partisan ?? null),
      internal: listed.internal ?? false,
      publishedAt: momentOf(listed.created_at),
      url: webAddress.safeParse(listed.url).data ?? null,
    },
    answers: Array.isArray(answers) ? answers.map(answerOf) : answers,
  };
}

/** Where in a listed poll a part of its question stands: `poll.field.start` is `start_date`. */
export function placeIn(path: readonly PropertyKey[]): readonly PropertyKey[] {
  const [part, key, inner] = path;
  if (part === "answers") {
    if (key === undefined) return ["answers"];
    return ["answers", key, inner === "share" ? "pct" : "choice"];
  }
  if (key === "field") return [inner === "start" ? "start_date" : "end_date"];
  return [FIELDS[key as keyof typeof FIELDS] ?? "id"];
}

/** What the poll gets for what can't be taken as it is, in words. */
export function advice(listed: ListedPoll): readonly string[] {
  const { population, url, sample_size: sample } = listed;
  const said: string[] = [];
  if (typeof population === "string" && population !== "" && populationOf(population) === null)
    said.push(`its population ${JSON.stringify(population.slice(0, 40))} is unknown here`);
  if (typeof url === "string" && url !== "" && !webAddress.safeParse(url).success)
    said.push(`its url is no web address and is left out: ${url.slice(0, 60)}`);
  if (typeof sample === "number" && !Number.isInteger(sample))
    said.push(`${sample} people are no whole number: taken as ${Math.floor(sample)}`);
  return said;
}

/** Questions of one survey have its pollster, sponsors and days; VoteHub lists each as a poll. */
function surveyOf({ pollster, start_date, end_date }: ListedPoll, sponsor: unknown): string {
  const who = [pollster, sponsor].filter((part) => typeof part === "string").join(" ");
  return `votehub:${pollId(who, [dateOf(start_date), dateOf(end_date)].map(String), null)}`;
}

function sponsorOf(sponsors: unknown): unknown {
  const all: readonly unknown[] = Array.isArray(sponsors) ? sponsors : [sponsors ?? ""];
  const names = all.map((one) => (one as { name?: unknown } | null)?.name ?? one);
  if (!names.every((name) => typeof name === "string")) return sponsors;
  const named = names.map((name) => name.trim()).filter((name) => name !== "");
  return named.length === 0 ? null : named.join(", ");
}

function sampleOf(sample: unknown): unknown {
  if (typeof sample === "string") return wholeSample(sample.trim());
  return typeof sample === "number" ? Math.floor(sample) : (sample ?? null);
}

function populationOf(population: unknown): unknown {
  if (typeof population !== "string") return population ?? null;
  const word = population.trim().toLowerCase();
  return POPULATIONS.find((known) => known === word) ?? null;
}

/** Days come with or without a time of day, which says nothing. */
function dateOf(text: unknown): unknown {
  return typeof text === "string" ? text.trim().replace(/[T ].*$/, "") : (text ?? undefined);
}

/** When it was listed: a moment with its zone, else the day alone. */
function momentOf(text: unknown): unknown {
  if (typeof text !== "string" || text.trim() === "") return text ?? null;
  return asOf.safeParse(text.trim()).data ?? dateOf(text);
}

function answerOf(answer: unknown): unknown {
  const { choice, pct } = (answer ?? {}) as { choice?: unknown; pct?: unknown };
  const share = typeof pct === "string" ? numberOrText(pct.trim()) : pct;
  return {
    names: typeof choice === "string" ? (partyNames(choice) ?? [choice]) : choice,
    share: share ?? undefined,
  };
}
