import { contractFields } from "./contract-fields.ts";
import {
  contractDifferences,
  type Difference,
  differences,
  lineDifferences,
} from "./differences.ts";
import { comparable } from "./ignored.ts";
import type { Answer, Readings } from "./readings.ts";

export type Compared = {
  /** Kinds of readings that are the same, each as often as it is: `document`, `polls.csv`. */
  readonly same: readonly string[];
  readonly different: readonly Different[];
};

/** One kind of reading, and what differs in it: a line for each place, however often it differs. */
export type Different = {
  readonly what: string;
  /** How many readings of this kind differ. */
  readonly count: number;
  readonly lines: readonly string[];
};

type Finding = {
  readonly what: string;
  readonly of: string;
  readonly found: readonly Difference[];
};

/** What readers get before and after: what is identical, and where each difference is. */
export function compareReadings(before: Readings, after: Readings): Compared {
  const findings = [
    ...keysOf(before.answers, after.answers).map((address) => ({
      what: kindOf(address, after.answers[address]),
      of: address.split("/")[3] ?? "",
      found: answerDifferences(address, before, after),
    })),
    ...keysOf(before.cards, after.cards).map((name) => ({
      what: `text of the card ${name.split(" ").slice(1).join(" ")}`,
      of: name.split(" ")[0] ?? "",
      found: lineDifferences(before.cards[name] ?? [], after.cards[name] ?? []),
    })),
  ];
  const differing = findings.filter(({ found }) => found.length > 0);
  return {
    same: findings.filter(({ found }) => found.length === 0).map(({ what }) => what),
    different: [...Map.groupBy(differing, ({ what }) => what)].map(([what, group]) => ({
      what,
      count: group.length,
      lines: linesOf(group),
    })),
  };
}

function keysOf(before: object, after: object): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

/** `/v1/races/test-tie/results.csv` is `results.csv`, or a problem where there is none. */
function kindOf(address: string, answer: Answer | undefined): string {
  if (answer && answer.status >= 400) return `problem ${answer.status}`;
  const [, , top, race, ...below] = address.split("/");
  if (top !== "races" || race === undefined) return address;
  return below.length === 0 ? "document" : below.join("/");
}

function answerDifferences(
  address: string,
  { answers: { [address]: before }, run: runBefore }: Readings,
  { answers: { [address]: after }, run: runAfter }: Readings,
): readonly Difference[] {
  if (!before || !after || before.status !== after.status)
    return [{ path: "status", before: before?.status, after: after?.status }];
  if (/openapi|schema/.test(address))
    return contractDifferences(contractFields(before.body), contractFields(after.body));
  const [a, b] = [comparable(before, runBefore), comparable(after, runAfter)];
  const heads = differences(a.headers, b.headers, "header");
  if (typeof a.body !== "string" || typeof b.body !== "string")
    return [...heads, ...differences(a.body, b.body)];
  return [...heads, ...lineDifferences(a.body.split("\n"), b.body.split("\n"))];
}

/** One line for each place, or for each changed line of a text, with how often it differs. */
function linesOf(group: readonly Finding[]): readonly string[] {
  const all = group.flatMap(({ of, found }) => found.map((each) => ({ ...each, of })));
  const places = Map.groupBy(all, ({ path, before, after }) =>
    path === "text"
      ? `${written(before)} ${written(after)}`
      : `${path.replaceAll(/\[\d+\]/g, "[]")} ${before === undefined} ${after === undefined}`,
  );
  const lines = [...places].map(([, [first, ...more]]) => {
    if (!first) return "";
    const races = new Set([first, ...more].map(({ of }) => of));
    const times = more.length === 0 ? "" : ` (and ${more.length} more in ${races.size} races)`;
    return `${first.of} ${first.path}: ${written(first.before)} → ${written(first.after)}${times}`;
  });
  const left = lines.length - MAX_LINES;
  return left > 0 ? [...lines.slice(0, MAX_LINES), `and ${left} more`] : lines;
}

const MAX_LINES = 15;
const LONGEST = 160;

function written(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
