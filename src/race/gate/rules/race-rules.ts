import type { RaceSource } from "../../schema/race.ts";
import { rowsOf } from "../rows.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { fieldOf } from "../fields.ts";
import { firstCloseOf, hasNumbers, isSame, textOf } from "../standing.ts";

const DAY_MS = 86_400_000;

/** A candidate whom readers know and who would be in the race no more, perhaps under a new id. */
export const candidateGone = {
  name: "candidate_gone",
  sentence: "a candidate who disappears",
  example: "Ossoff is taken out of `candidates`",
  meanwhile: "the candidate as before",
  find: ({ before, after }: Proposal) => {
    const staying = new Set(after.race.candidates.map(({ id }) => id));
    return (before?.race.candidates ?? [])
      .filter(({ id }) => !staying.has(id))
      .map(({ id, name }) =>
        field(`candidates.${id}`, `${name} (${id}) would no longer be a candidate`, name),
      );
  },
} as const satisfies GateRule;

/** Numbers are kept by id: another name or party under it gives them to somebody else. */
export const candidateSwapped = {
  name: "candidate_swapped",
  sentence: "another name or party under a candidate’s id, once there are numbers",
  example: "the id `handel` gets the name “Jon Ossoff”",
  meanwhile: "name and party as they were",
  find: ({ before, after }: Proposal) => {
    if (!hasNumbers(before)) return [];
    return before.race.candidates.flatMap(({ id }) => {
      const paths = ["name", "shortName", "party", "kind"].map((key) => `candidates.${id}.${key}`);
      return fieldOf(after.race, `candidates.${id}`) === undefined
        ? []
        : changed(before.race, after.race, paths).map((path) =>
            field(path, `${id} would be told by another ${path.split(".")[2]}`),
          );
    });
  },
} as const satisfies GateRule;

/** Whoever could loosen the gate alone could pass it: that needs releasing as well. */
export const gateLoosened = {
  name: "gate_loosened",
  sentence: "a gate that gets looser",
  example: "`gate.jumpFactor` from 10 to 50",
  meanwhile: "the gate as it was",
  find: ({ before, after }: Proposal) => {
    if (before === null) return [];
    const [was, is] = [before.race.gate, after.race.gate];
    const found: Finding[] = [];
    if (is.jumpFactor > was.jumpFactor)
      found.push({
        ...field(
          "gate.jumpFactor",
          `numbers could grow ${is.jumpFactor} times at once instead of ${was.jumpFactor}`,
          was.jumpFactor,
        ),
        after: is.jumpFactor,
      });
    if (was.secondPerson && !is.secondPerson)
      found.push(field("gate.secondPerson", "whoever sends a change could release it alone"));
    const [low, high] = [was.comparableBallots, is.comparableBallots];
    if (low !== null && (high === null || high > low))
      found.push(field("gate.comparableBallots", "counts could be higher than now", low));
    return found;
  },
} as const satisfies GateRule;

/** The test mark says that none of it is so; without it, rehearsed numbers are news. */
export const testMarkOff = {
  name: "test_mark_off",
  sentence: "the test mark taken off while sections hold numbers",
  example: "`test` from true to false after a rehearsal",
  meanwhile: "the mark stays on every card",
  find: ({ before, after }: Proposal) =>
    hasNumbers(before) && before.race.test && !after.race.test
      ? [field("test", "the numbers of a rehearsal would be shown as real")]
      : [],
} as const satisfies GateRule;

/** Votes and calls are judged by the close that readers know; a later one takes hold at once. */
export const earlierClose = {
  name: "earlier_close",
  sentence:
    "polls that close earlier than readers knew: once there are numbers, and always where that is past or within a day",
  example: "`voting.closes` from 19:00 to 18:00 at 18:30",
  meanwhile: "the close as it was",
  find: ({ before, after, now }: Proposal) => {
    if (before === null) return [];
    const closes = [
      [before.race.voting.closes, after.race.voting.closes],
      [firstCloseOf(before), firstCloseOf(after)],
    ] as const;
    const earlier = closes.find(([old, next]) => Date.parse(next) < Date.parse(old));
    if (earlier === undefined) return [];
    const [was, is] = earlier;
    const near = Date.parse(is) < Date.parse(now) + DAY_MS;
    if (!near && !hasNumbers(before)) return [];
    // Opening goes along: the two have to stay in order.
    const parts = ["voting"];
    const message = `polls would close at ${is}, earlier than ${was}`;
    return [{ ...field("voting.closes", message, was), parts, scope: "voting.closes", after: is }];
  },
} as const satisfies GateRule;

/** Fields that numbers are judged by, beside those that have rules of their own. */
const BASIS = [
  "asOf",
  "timeZone",
  "electionDate",
  "rule",
  "voting.opens",
  "areas",
  "seats",
  "voteFor",
  "sharesOf",
  "advance",
  "need",
  "minTurnout",
] as const;
/** These once votes or ballots are public: before, sources keep publishing them. */
const BASIS_OF_COUNTS = ["turnout.registered", "turnout.reference"] as const;

/** These once polls are public: another way to average them makes other numbers of the same polls. */
const BASIS_OF_AVERAGES = ["polls.average", "polls.main"] as const;

/** What the judgement rests on must not move under the numbers. */
export const basisChanged = {
  name: "basis_changed",
  sentence:
    "another clock, time zone, date, rule, opening, list of areas, number of registered voters, or way to average polls, once there are numbers",
  example: "`asOf` is taken out of a race whose clock is pinned",
  meanwhile: "those fields as they were; the rest of race.json passes",
  find: ({ before, after }: Proposal) => {
    if (!hasNumbers(before)) return [];
    const counted = [...rowsOf(before, "turnout"), ...rowsOf(before, "results")].length > 0;
    const paths = [
      ...BASIS,
      ...(counted ? BASIS_OF_COUNTS : []),
      ...(rowsOf(before, "polls").length > 0 ? BASIS_OF_AVERAGES : []),
    ];
    return changed(before.race, after.race, paths).map((path) =>
      field(
        path,
        `${path} would change from ${shown(before.race, path)} to ${shown(after.race, path)}`,
      ),
    );
  },
} as const satisfies GateRule;

/** A certificate says that the count is final: not while people vote. */
export const earlyCertificate = {
  name: "early_certificate",
  sentence: "a certificate before the last polls have closed, by its own time or by the clock",
  example: "a certificate dated the morning of the election",
  meanwhile: "no certificate; taking one back passes",
  find: ({ before, after, now }: Proposal) => {
    if (before === null) return [];
    const closes = Date.parse(before.race.voting.closes);
    const known = new Set(before.race.certified.map(textOf));
    const early = after.race.certified.filter(
      (certificate) =>
        !known.has(textOf(certificate)) &&
        (Date.parse(certificate.at) < closes || Date.parse(now) < closes),
    );
    return early
      .slice(0, 1)
      .map(({ by, at }) =>
        field("certified", `${by} certifies at ${at}, before polls have closed`),
      );
  },
} as const satisfies GateRule;

function changed(before: RaceSource, after: RaceSource, paths: readonly string[]): string[] {
  return paths.filter((path) => !isSame(fieldOf(before, path), fieldOf(after, path)));
}

function shown(race: RaceSource, path: string): string {
  const value = fieldOf(race, path);
  return typeof value === "string" ? value : JSON.stringify(value ?? null).slice(0, 60);
}

function field(path: string, message: string, before?: number | string): Finding {
  return {
    section: "race",
    parts: [path],
    place: {},
    path: `race.${path}`,
    message,
    ...(before !== undefined && { before }),
  };
}
