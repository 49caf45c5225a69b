import { expect, test } from "vitest";
import { checkRaceData } from "../../../src/race/check.ts";
import { raceSource } from "../../../src/race/schema/race.ts";
import { aRace, someData } from "../fixtures.ts";

const aFeed = {
  id: "count",
  section: "results",
  url: "https://results.example.org/detail.xml",
  format: "clarity",
} as const;

test("a race without feeds and gate settings has none, a factor of ten and no second person", () => {
  expect(aRace().feeds).toEqual([]);
  expect(aRace().gate).toEqual({
    jumpFactor: 10,
    comparableBallots: null,
    secondPerson: false,
  });
});

test("a feed's unstated settings are filled in", () => {
  expect(aRace({ feeds: [aFeed] }).feeds).toEqual([
    {
      ...aFeed,
      headers: {},
      everySeconds: 300,
      apply: "merge",
      source: null,
      contest: null,
      round: 1,
      population: null,
      sheet: null,
      dates: null,
      decimal: null,
      encoding: null,
    },
  ]);
});

test.each([
  ["an interval that would wear out the source", { everySeconds: 29 }, "feeds.0.everySeconds"],
  ["an address that is no web address", { url: "ftp://example.org/x" }, "feeds.0.url"],
  ["a section that no file fills", { section: "race" }, "feeds.0.section"],
  ["a format's name with a path in it", { format: "../x" }, "feeds.0.format"],
  ["a misspelt setting", { every: 60 }, "feeds.0"],
  ["an order of dates nobody has", { dates: "ymd" }, "feeds.0.dates"],
  ["a decimal mark by itself", { decimal: "," }, "feeds.0.decimal"],
  ["an encoding that isn't read", { encoding: "ebcdic" }, "feeds.0.encoding"],
  ["a key itself", { headers: { "x-api-key": "0123456789" } }, "feeds.0.headers.x-api-key"],
  ["any other variable", { headers: { a: "TOPLINE_TOKEN_A" } }, "feeds.0.headers.a"],
  ["a header of the desk's own", { headers: { Host: "TOPLINE_SECRET_A" } }, "feeds.0.headers.Host"],
  [
    "two headers in one",
    { headers: { "a: b\r\nc": "TOPLINE_SECRET_A" } },
    "feeds.0.headers.a: b\r\nc",
  ],
])("%s is refused", (_, changes, path) => {
  const parsed = raceSource.safeParse({ ...aRace(), feeds: [{ ...aFeed, ...changes }] });
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test("two feeds can't share an id", () => {
  const parsed = raceSource.safeParse({ ...aRace(), feeds: [aFeed, aFeed] });
  expect(parsed.error?.issues[0]).toMatchObject({
    path: ["feeds", 1, "id"],
    message: "another feed has this id",
  });
});

test("a feed can only credit a source of its race", () => {
  const race = aRace({ feeds: [{ ...aFeed, source: "blog" }] });
  expect(checkRaceData(someData({ race }))).toMatchObject({
    ok: false,
    issues: [{ path: "race.feeds.0.source" }],
  });
  expect(
    checkRaceData(someData({ race: aRace({ feeds: [{ ...aFeed, source: "wire" }] }) })).ok,
  ).toBe(true);
});
