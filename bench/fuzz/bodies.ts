import fc from "fast-check";
import type { SourceName } from "../../src/race/check.ts";
import { raceJson } from "../desk/desk-view.ts";

const COUNTED = { asOf: "2020-06-18T21:00:00-04:00", source: "s" } as const;

/** One body that a desk takes, for each section. */
const GOOD: { readonly [N in SourceName]: (race: string) => object } = {
  race: (race) => ({
    ...raceJson(race),
    electionDate: "2020-06-18",
    voting: { opens: "2020-06-18T07:00:00-04:00", closes: "2020-06-18T19:00:00-04:00" },
  }),
  polls: () => ({
    polls: [
      {
        id: "p1",
        survey: "p1",
        pollster: "TEST Pollster",
        field: { start: "2020-06-01", end: "2020-06-02" },
        sample: 600,
        population: "lv",
        shares: [{ candidate: "a", share: 48.5 }],
        source: "s",
      },
    ],
  }),
  turnout: () => ({
    counts: [{ date: "2020-06-10", mode: "unspecified", ballots: 50, source: "s" }],
  }),
  results: () => ({
    counts: [{ ...COUNTED, area: "total", measure: "votes", candidate: "a", value: 10 }],
  }),
  money: () => ({ entries: [{ ...COUNTED, measure: "receipts", candidate: "a", amount: 10 }] }),
  history: () => ({
    past: [{ kind: "held", date: "2011-01-03", who: "TEST Person", source: "s" }],
  }),
  timeline: () => ({
    events: [{ id: "e1", at: "2020-06-18", text: { en: "TEST vote" }, source: "s" }],
  }),
  calls: () => ({
    calls: [{ candidate: "a", caller: "TEST caller", at: COUNTED.asOf, source: "s" }],
  }),
};

export function goodBody(section: SourceName, race: string): object {
  return GOOD[section](race);
}

const NASTY_TEXTS = [
  "",
  " ",
  "a",
  "\u0000",
  "\u202E0001",
  "\uD800",
  "__proto__",
  "constructor",
  "toString",
  "1e400",
  "-0",
  "9".repeat(400),
  "2030-02-31",
  "2030-06-18T24:00:00Z",
  "+275760-09-13T00:00:00.001Z",
  "-271821-04-19T23:59:59Z",
  "America/New_York",
  "Etc/Nowhere",
  "😀".repeat(3000),
  "a".repeat(70_000),
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script>",
  "https://[::1]:99999/",
  "http://127.0.0.1/",
] as const;

const NASTY_NUMBERS = [
  0,
  -0,
  -1,
  0.1,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  100.0000001,
  5e-324,
] as const;

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: "binary", maxLength: 60 }),
);

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom(...NASTY_NUMBERS),
  // Made anew each time: a later blow may strike what an earlier one put there.
  fc.constantFrom("null", "true", "[]", "{}", "[[]]", "[null]").map((text) => JSON.parse(text)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: 1, max: 4000 }).map(nested),
);

/** `[[[…]]]` */
function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

/** One change somewhere in a body: what stands there becomes something else, or goes, or doubles. */
type Blow = {
  readonly at: number;
  readonly what: "replace" | "remove" | "repeat" | "add";
  readonly value: unknown;
};

const blow: fc.Arbitrary<Blow> = fc.record({
  at: fc.nat(200),
  what: fc.constantFrom("replace", "remove", "repeat", "add"),
  value: nastyValue,
});

/** A body for a section of a race: a good one, a damaged one, another section's, or none at all. */
export function bodyFor(section: SourceName, race: string): fc.Arbitrary<Uint8Array> {
  const good = fc.constant(goodBody(section, race));
  const other = fc.constantFrom(...Object.values(GOOD)).map((make) => make(race));
  const damaged = fc
    .tuple(fc.oneof({ weight: 5, arbitrary: good }, other), fc.array(blow, { maxLength: 6 }))
    .map(([body, blows]) => blows.reduce(strike, structuredClone(body)));
  const json = (value: fc.Arbitrary<unknown>) => value.map((it) => utf8(JSON.stringify(it)));
  return fc.oneof(
    { weight: 4, arbitrary: json(good) },
    { weight: 8, arbitrary: json(damaged) },
    { weight: 2, arbitrary: json(nastyValue) },
    { weight: 2, arbitrary: table },
    { weight: 1, arbitrary: file },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
}

const HEADS = [
  "round,area,measure,candidate,mode,value,as_of,source",
  "date,mode,ballots,source",
  "pollster,start,end,sample,population,a,source",
  "county,precinct,office,district,party,candidate,votes",
  "poll_id,question_id,pollster,end_date,sample_size,population,answer,pct",
  "id,id,id",
  "",
] as const;

/** Something like a table, whose rows have what they like. */
const table: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(fc.array(fc.oneof(nastyText, fc.integer().map(String)), { maxLength: 10 }), {
      maxLength: 6,
    }),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .map(([head, rows, end]) => utf8([head, ...rows.map((row) => row.join(","))].join(end)));

/** The beginnings of files that are taken apart, and something after them. */
const file: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(
      "PK\u0003\u0004",
      "<?xml version='1.0'?><ElectionResult>",
      "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
      "<ElectionReport xmlns='http://itl.nist.gov/ns/voting/1500-100/v2'>",
      '{"@type":"ElectionResults.ElectionReport",',
      "\uFEFF",
    ),
    fc.string({ unit: "binary", maxLength: 200 }),
  )
  .map(([head, rest]) => utf8(head + rest));

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Carries out one change at the nth place of a body, counted round and round. */
function strike(body: object, { at, what, value }: Blow): object {
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const collect = (holder: unknown) => {
    if (typeof holder !== "object" || holder === null || places.length > 300) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      collect((holder as Record<string, unknown>)[key]);
    }
  };
  collect(body);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return body;
  const { holder, key } = place;
  if (what === "replace") holder[key] = value;
  else if (what === "add") holder[`x${at}`] = value;
  else if (what === "remove") Reflect.deleteProperty(holder, key);
  else if (Array.isArray(holder)) holder.push(holder[Number(key)]);
  return body;
}
