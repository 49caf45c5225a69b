import {
  CALL_OUTCOMES,
  CALL_STATES,
  OF_CANDIDATES,
} from "../../src/race/sections/calls/outcomes.ts";
import type { CallsSource } from "../../src/race/sections/calls/source.ts";
import * as fc from "fast-check";
import { MODES } from "../../src/race/schema/common.ts";
import {
  CONTESTS,
  type HistorySource,
  PAST_KINDS,
  pastKey,
} from "../../src/race/sections/history/source.ts";
import { MONEY_MEASURES, type MoneySource } from "../../src/race/sections/money/source.ts";
import { POPULATIONS, type PollsSource } from "../../src/race/sections/polls/source.ts";
import type { Candidate } from "../../src/race/schema/race-facts.ts";
import {
  isSomebodys,
  RESULT_MEASURES,
  WRITE_INS,
  type ResultsSource,
} from "../../src/race/sections/results/source.ts";
import { EVENT_KINDS, type TimelineSource } from "../../src/race/sections/timeline/source.ts";
import type { TurnoutSource } from "../../src/race/sections/turnout/source.ts";
import { areaKey } from "../../src/race/sections/results/listed-areas.ts";
import { nameWords } from "../../src/formats/match/candidates.ts";
import { UNSEEN } from "../../src/race/unseen.ts";

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Text as the schema leaves it: trimmed, 1 to 300 characters; with all that CSV can choke on. */
export const line = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    fc
      .array(fc.constantFrom(",", '"', "\n", "\r\n", "\r", ";", "\t", " ", "a", "é", "😀", "="))
      .map((parts) => parts.join("")),
  )
  .map((text) => text.replace(UNSEEN, "_").trim())
  .filter((text) => text.length > 0 && text.length <= 300);

export const localId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,20}$/);

export const date = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

export const instant = fc
  .tuple(date, fc.constantFrom("T07:00:00-04:00", "T23:59:59.123Z", "T00:00:00+05:30"))
  .map(([day, time]) => day + time);

const asOf = fc.oneof(date, instant);
const number = (max: number) =>
  // JSON has no -0, so a source can't hold one.
  fc.double({ min: 0, max, noNaN: true }).map((n) => (n === 0 ? 0 : n));
const percent = fc.oneof(
  number(100),
  fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
);
const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const url = fc.webUrl({ withQueryParameters: true, withFragments: true });

export const candidates: fc.Arbitrary<readonly Candidate[]> = fc.uniqueArray(
  fc.record({ id: localId, name: line, shortName: line }).map((c) => ({
    ...c,
    party: { code: "X", name: "Any party" },
    incumbent: false,
    aliases: [],
  })),
  { minLength: 1, maxLength: 8, selector: (c) => nameWords(c.id).join(" ") },
);

/** Texts in some languages, with whatever tags there are. */
const texts = fc
  .dictionary(fc.constantFrom("en", "es", "pt-BR", "zh-Hant"), line, { minKeys: 1 })
  .map((found): Readonly<Record<string, string>> => ({ ...found }));

const field = fc.oneof(
  fc.record({ middle: date }),
  fc.tuple(date, date).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a })),
);

/** A poll's shares stand in the order of the race's candidates, as columns do. */
const shares = (race: readonly Candidate[]) =>
  fc
    .subarray([...race], { minLength: 1 })
    .chain((named) =>
      fc.tuple(...named.map((c) => percent.map((share) => ({ candidate: c.id, share })))),
    )
    .filter(isPercent);

/** Shares that add up to less than two percent are refused: they were typed as fractions. */
function isPercent(all: readonly { readonly share: number }[]): boolean {
  return all.length < 2 || all.reduce((sum, { share }) => sum + share, 0) >= 2;
}

const otherShares = fc.array(
  fc.record({
    name: line.map((name) => name.replaceAll(";", ",")),
    share: percent,
  }),
  { minLength: 1, maxLength: 4 },
);

/** What only some polls have, in any combination. */
const told = fc.record(
  {
    others: otherShares,
    question: line,
    mode: line,
    frame: line,
    probability: fc.boolean(),
    weighting: line,
    funder: line,
    reportUrl: url,
  },
  { requiredKeys: [] },
);

export const polls = (race: readonly Candidate[]): fc.Arbitrary<PollsSource> =>
  fc.record({
    polls: fc.uniqueArray(
      fc
        .record({
          id: localId,
          survey: localId,
          pollster: line,
          sponsor: nullable(line),
          field,
          sample: nullable(fc.integer({ min: 1, max: 1_000_000 })),
          population: nullable(fc.constantFrom(...POPULATIONS)),
          marginOfError: nullable(number(50).filter((n) => n > 0)),
          shares: shares(race),
          undecided: nullable(percent),
          partisan: nullable(fc.constantFrom("R", "D", "REP")),
          internal: fc.boolean(),
          publishedAt: nullable(asOf),
          source: localId,
          url: nullable(url),
          note: nullable(line),
          told,
        })
        .map(({ told: more, ...poll }) => ({ ...poll, ...more }))
        .filter((p) => isPercent([...p.shares, ...(p.others ?? [])])),
      { maxLength: 12, selector: (p) => p.id },
    ),
  });

export const turnout: fc.Arbitrary<TurnoutSource> = fc
  .uniqueArray(
    fc.record({
      date,
      mode: fc.constantFrom(...MODES),
      ballots: count,
      rounded: fc.boolean(),
      source: localId,
      note: nullable(line),
    }),
    { maxLength: 30, selector: (c) => `${c.date} ${c.mode}` },
  )
  .map((counts) => ({
    counts: counts.filter(
      (c) => c.mode !== "unspecified" || counts.every((d) => d === c || d.date !== c.date),
    ),
  }));

/** Each place under one name, as the importer leaves them. */
const areas = fc.uniqueArray(fc.oneof(line, fc.constantFrom("Fulton County", "DEKALB", "total")), {
  minLength: 1,
  maxLength: 6,
  selector: areaKey,
});

export const results = (race: readonly Candidate[]): fc.Arbitrary<ResultsSource> =>
  areas
    .map((names) => names.filter((name) => areaKey(name) !== "total" || name === "total"))
    .filter((names) => names.length > 0)
    .chain((names) =>
      fc.uniqueArray(
        fc
          .record({
            round: fc.integer({ min: 1, max: 3 }),
            area: fc.constantFrom(...names),
            measure: fc.constantFrom(...RESULT_MEASURES),
            candidate: fc.constantFrom(...race.map((c) => c.id)),
            other: nullable(fc.oneof(line, fc.constant(WRITE_INS))),
            mode: fc.constantFrom(...MODES),
            value: count,
            share: percent,
            party: nullable(fc.constantFrom("DEM", "WFP")),
            asOf,
            source: localId,
          })
          .map(({ share, party, ...row }) => ({
            ...row,
            candidate: isSomebodys(row.measure) && row.other === null ? row.candidate : null,
            other: isSomebodys(row.measure) ? row.other : null,
            ...(row.measure === "votes" && row.other === null && party !== null && { line: party }),
            value: row.measure === "expected_percent" ? share : row.value,
          })),
        {
          maxLength: 30,
          selector: (r) =>
            JSON.stringify([
              r.round,
              r.area,
              r.measure,
              r.candidate,
              r.other,
              r.mode,
              r.line ?? null,
            ]),
        },
      ),
    )
    .map((counts) => ({ counts }));

export const calls = (race: readonly Candidate[]): fc.Arbitrary<CallsSource> =>
  fc
    .uniqueArray(
      fc
        .record(
          {
            round: fc.integer({ min: 1, max: 3 }),
            candidate: fc.constantFrom(...race.map((c) => c.id)),
            outcome: fc.constantFrom(...CALL_OUTCOMES, ...CALL_STATES),
            caller: line,
            at: instant,
            source: localId,
            seat: fc.constant(1),
            basis: line,
          },
          { requiredKeys: ["round", "candidate", "outcome", "caller", "at", "source"] },
        )
        .chain(({ candidate, ...row }) =>
          fc.option(line, { nil: undefined }).map((why) => ({
            ...row,
            candidate: OF_CANDIDATES.has(row.outcome) ? candidate : null,
            ...(why !== undefined && { retracted: { at: row.at, why } }),
          })),
        ),
      { maxLength: 20, selector: (c) => JSON.stringify([c.round, c.candidate, c.caller]) },
    )
    .map((list) => ({ calls: list }));

export const money = (race: readonly Candidate[]): fc.Arbitrary<MoneySource> =>
  fc
    .uniqueArray(
      fc
        .record({
          measure: fc.constantFrom(...MONEY_MEASURES),
          candidate: fc.constantFrom(...race.map((c) => c.id)),
          amount: number(1e10),
          asOf,
          printed: nullable(line),
          sure: fc.constantFrom("atMost", "atLeast", null),
          rounded: fc.boolean(),
          label: texts,
          source: localId,
          note: nullable(line),
        })
        .map(({ label, sure, ...row }) => ({
          ...row,
          atMost: sure === "atMost",
          atLeast: sure === "atLeast",
          candidate: /total$|record$/.test(row.measure) ? null : row.candidate,
          ...(row.measure === "previous_record" && { label }),
        })),
      {
        maxLength: 20,
        selector: (e) => JSON.stringify([e.measure, e.candidate, e.asOf, e.source]),
      },
    )
    .map((entries) => ({ entries }));

export const history: fc.Arbitrary<HistorySource> = fc
  .uniqueArray(
    fc
      .record({
        kind: fc.constantFrom(...PAST_KINDS),
        date,
        until: nullable(date),
        contest: fc.constantFrom(...CONTESTS),
        name: texts,
        who: line,
        party: nullable(fc.constantFrom("R", "D", "CDU/CSU")),
        won: fc.boolean(),
        votes: nullable(count),
        share: nullable(percent),
        margin: nullable(percent),
        lessThan: fc.boolean(),
        source: localId,
        note: nullable(line),
      })
      .map(({ name, ...row }) => {
        const held = row.kind === "held";
        const contest = held ? "seat" : row.contest;
        return {
          ...row,
          until: held && row.until !== null && row.until >= row.date ? row.until : null,
          contest,
          ...(contest === "other" && { name }),
          lessThan: row.lessThan && row.margin !== null,
        };
      }),
    { maxLength: 20, selector: pastKey },
  )
  .map((past) => ({ past }));

export const timeline: fc.Arbitrary<TimelineSource> = fc
  .uniqueArray(
    fc
      .record({
        id: localId,
        kind: fc.constantFrom(...EVENT_KINDS),
        at: asOf,
        until: nullable(date),
        announced: nullable(asOf),
        text: texts,
        source: localId,
        note: nullable(line),
      })
      .map((row) => ({
        ...row,
        until: row.until !== null && row.until >= row.at.slice(0, 10) ? row.until : null,
      })),
    { maxLength: 20, selector: ({ id }) => id },
  )
  .map((found) => ({ events: found }));
