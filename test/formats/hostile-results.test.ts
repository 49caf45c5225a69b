import fc from "fast-check";
import { expect, test } from "vitest";
import { readClaritySummary } from "../../src/formats/clarity/summary.ts";
import { readClarityXml } from "../../src/formats/clarity/xml.ts";
import type { ContestFile } from "../../src/formats/match/contests.ts";
import { readNistJson } from "../../src/formats/nist/json.ts";
import { readNistXml } from "../../src/formats/nist/xml.ts";
import { readOpenElections } from "../../src/formats/openelections/openelections.ts";
import { pickContest } from "../../src/formats/match/pick-contest.ts";
import type { ReadResult } from "../../src/formats/text/faults.ts";
import { readSosJson } from "../../src/formats/sos-ga/sos-ga.ts";
import { contest, report, toXml, unit } from "./nist/fixture.ts";
import { OPTIONS } from "./results-fixture.ts";
import { cpuTimeMs, HANG_MS } from "./cpu-time.ts";

/** Every reader with a small good file of its format. */
const NIST = report(
  [unit("cd", "congressional", ["c-1"]), unit("c-1", "county", ["p-1"]), unit("p-1", "precinct")],
  [contest("cd", { cd: 5, "c-1": 5, "p-1": 5 }, { cd: 4, "c-1": 4, "p-1": 4 })],
);
const OPTION = (id: number, name: string, votes: number) =>
  `{"id":${id},"name":"${name}","voteCount":${votes},"groupResults":[{"groupName":"Election Day","voteCount":${votes}}]}`;
const ITEMS = `[{"id":7,"name":"Mayor","ballotOptions":[${OPTION(1, "Ada Able (Rep)", 5)},${OPTION(2, "Bo Baker", 4)}]}]`;
const CHOICE = (key: number, name: string, votes: number) =>
  `<Choice key="${key}" text="${name}" totalVotes="${votes}"><VoteType name="Election Day" votes="${votes}"><County name="North" votes="${votes}" /></VoteType></Choice>`;
const READERS: Record<string, { read: (text: string) => ReadResult<ContestFile>; good: string }> = {
  openelections: {
    read: readOpenElections,
    good: `county,precinct,office,district,candidate,party,votes,early_voting\nNorth,P1,Mayor,,Ada Able,R,5,1\nNorth,P1,Mayor,,Bo Baker,D,4,1\nNorth,P1,Voters,,Registered,,40,\nNorth,Total,Mayor,,Ada Able,R,5,1\n`,
  },
  clarityXml: {
    read: readClarityXml,
    good: `<?xml version="1.0"?>\n<ElectionResult><Region>GA</Region><Contest key="1" text="Mayor">${CHOICE(1, "Ada Able (Rep)", 5)}\n${CHOICE(2, "Bo Baker", 4)}</Contest></ElectionResult>`,
  },
  claritySummary: {
    read: readClaritySummary,
    good: `[{"C":"Mayor","K":"1","CH":["Ada Able","Bo Baker"],"P":["R","D"],"V":[5,4],"PR":1,"TP":1}]`,
  },
  sosJson: {
    read: readSosJson,
    good: `{"results":{"name":"Georgia","ballotItems":${ITEMS}},"localResults":[{"name":"North County","ballotItems":${ITEMS}}]}`,
  },
  nistJson: { read: readNistJson, good: JSON.stringify(NIST) },
  nistXml: { read: readNistXml, good: toXml(NIST) },
};
const names = Object.keys(READERS);
const picked = (name: string, text: string) => {
  const result = READERS[name]?.read(text);
  return result?.ok ? pickContest(result.value, OPTIONS) : result;
};

test("the good files are good", () => {
  for (const name of names) {
    const result = picked(name, READERS[name]?.good ?? "");
    const votes = result?.ok ? result.value.counts.filter((row) => row.measure === "votes") : [];
    expect({ name, ok: result?.ok, sum: votes.length > 0 }).toEqual({ name, ok: true, sum: true });
  }
});

test.each(names)("%s: bytes and characters of any kind are no results", (name) => {
  const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => new TextDecoder().decode(array));
  fc.assert(
    fc.property(fc.oneof(bytes, fc.string({ unit: "binary", maxLength: 400 })), (text) => {
      expect(READERS[name]?.read(text).ok).toBe(false);
    }),
  );
});

test.each(names.filter((name) => name !== "openelections"))(
  "%s: a file that was cut off is no results",
  (name) => {
    const good = READERS[name]?.good ?? "";
    for (let length = 0; length < good.length; length++)
      expect({ length, ok: READERS[name]?.read(good.slice(0, length)).ok }).toEqual({
        length,
        ok: false,
      });
  },
);

test("openelections: a file that was cut off never has more than the whole", () => {
  const good = READERS["openelections"]?.good ?? "";
  for (let length = 0; length < good.length; length++) {
    const result = picked("openelections", good.slice(0, length));
    for (const row of result?.ok ? result.value.counts : [])
      expect(row.value).toBeLessThanOrEqual(40);
  }
});

test.each(names)(
  "%s: a file with damage anywhere is read or refused, never thrown at the caller",
  (name) => {
    const good = READERS[name]?.good ?? "";
    const damage = fc.record({
      at: fc.nat(good.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(
          '"',
          "<",
          "&",
          "{",
          "[",
          ",",
          "\n",
          "-1",
          "1e99",
          "null",
          "NaN",
          "0",
          "]]>",
          "__proto__",
          "<!DOCTYPE a>",
          "\u0000",
        ),
        fc.string({ unit: "binary", maxLength: 8 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (all) => {
        const text = all.reduce(
          (rest, { at, cut, put }) => rest.slice(0, at) + put + rest.slice(at + cut),
          good,
        );
        const result = picked(name, text);
        for (const row of result?.ok ? result.value.counts : [])
          expect(Number.isSafeInteger(row.value) && row.value >= 0 && row.area.length > 0).toBe(
            true,
          );
        for (const fault of result?.ok ? [] : (result?.faults ?? []))
          expect(fault.message).not.toBe("");
      }),
      { numRuns: 300 },
    );
  },
);

const SIZE = 300_000;
const times = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join("");
const HOSTILE: Record<string, Record<string, string>> = {
  openelections: {
    "a contest in every row": `county,precinct,office,candidate,votes\n${times(10_000, (i) => `North,P,Mayor ${i},Ada Able,4\n`)}`,
    "a party in every other row": `county,office,candidate,party,votes\n${times(10_000, (i) => `North,Mayor,A${i},${i >> 1},4\n`)}`,
    "one row again and again": `county,office,candidate,votes\n${times(10_000, (i) => `North,Mayor,Ada Able,${i}\n`)}`,
    "as many totals as precincts": `county,precinct,office,candidate,votes\n${times(5000, (i) => `North,P${i},Voters,Registered,4\nNorth,Total,Voters,Registered,4\n`)}North,P1,Mayor,Nobody,4\n`,
    "a name without end": `county,office,candidate,votes\nNorth,Mayor,A${" (I)".repeat(SIZE / 4)},4\n`,
  },
  clarityXml: {
    "entities of entities": `<!DOCTYPE a [${times(10, (i) => `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`)}]><ElectionResult>&e9;</ElectionResult>`,
    "an outside file": `<!DOCTYPE a SYSTEM "file:///etc/passwd"><ElectionResult/>`,
    "one element in the other": "<ElectionResult>".repeat(SIZE / 16),
    "choices without end": `<ElectionResult><Contest key="1" text="x">${times(8000, (i) => `<Choice key="${i}" text="x" totalVotes="1"/>`)}</Contest></ElectionResult>`,
    "contests of one precinct": `<ElectionResult><Region>N</Region><VoterTurnout totalVoters="1" ballotsCast="1"><Precincts>${times(4000, (i) => `<Precinct name="p${i}"/>`)}</Precincts></VoterTurnout>${times(1500, (i) => `<Contest key="${i}" text="x"><Choice key="1" text="A" totalVotes="1"><VoteType name="x" votes="1"><Precinct name="p1" votes="1"/></VoteType></Choice></Contest>`)}</ElectionResult>`,
  },
  claritySummary: {
    "lists without end": `[{"C":"x","K":1,"CH":["a"${',"a"'.repeat(30_000)}],"V":[1${",1".repeat(30_000)}]}]`,
    "wrong throughout": `[${'{"CH":[1,1],"V":["x"]},'.repeat(10_000)}0]`,
    "one list in the other": "[".repeat(SIZE),
  },
  sosJson: {
    "sums that are all wrong": `{"results":{"name":"G","ballotItems":[${times(2000, (i) => `{"id":${i},"name":"x","ballotOptions":[${OPTION(1, "A", 2)}]},`).slice(0, -1)}]},"localResults":[{"name":"N","ballotItems":[${times(2000, (i) => `{"id":${i},"name":"x","ballotOptions":[${OPTION(1, "A", 1)}]},`).slice(0, -1)}]}]}`,
    "one object in the other": '{"results":'.repeat(SIZE / 11),
  },
  nistJson: {
    "places in a circle": JSON.stringify(
      report(
        Array.from({ length: 3000 }, (_, i) => unit(`u${i}`, "ward", [`u${(i + 1) % 3000}`])),
        [
          contest(
            "x",
            Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`u${i}`, 1])),
            {},
          ),
        ],
      ),
    ),
    "two districts of everything, asked for again and again": JSON.stringify(
      report(
        ["a", "b"].map((id) =>
          unit(
            id,
            "other",
            Array.from({ length: 10_000 }, (_, i) => `${id}${i}`),
          ),
        ),
        Array.from({ length: 500 }, () => contest("x", { a: 1, b: 1 }, {})),
      ),
    ),
    "one list in the other": `{"@type":"ElectionReport","Election":${"[".repeat(SIZE)}`,
  },
  nistXml: {
    "entities of entities": `<!DOCTYPE a [<!ENTITY a "aa">]><ElectionReport>&a;</ElectionReport>`,
    "one value again and again": `<ElectionReport xmlns="http://itl.nist.gov/ns/voting/1500-100/v2">${"<Status/>".repeat(20_000)}</ElectionReport>`,
    "names that every object has": `<ElectionReport xmlns="http://itl.nist.gov/ns/voting/1500-100/v2">${"<constructor><toString/></constructor>".repeat(5000)}<__proto__/></ElectionReport>`,
  },
};

test.each(
  Object.entries(HOSTILE).flatMap(([name, files]) =>
    Object.entries(files).map(([what, text]) => [name, what, text] as const),
  ),
)("%s: %s is done with in time linear in its size, and is no results", (name, _what, text) => {
  const milliseconds = cpuTimeMs(() => expect(picked(name, text)?.ok).toBe(false));
  expect(milliseconds).toBeLessThan(Math.max(1, text.length / 1e6) * HANG_MS);
});
