import { expect, test } from "vitest";
import { readRaceJson } from "../../../src/formats/topline/race-json.ts";

const RACE = {
  id: "test-race",
  title: "TEST: Núñez contra O’Hara",
  office: "TEST seat",
  jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx" },
  timeZone: "UTC",
  electionDate: "2030-06-18",
  voting: { opens: "2030-06-18T07:00:00Z", closes: "2030-06-18T19:00:00Z" },
  electionType: "special",
  test: true,
  candidates: [
    { id: "a", name: "Ana Núñez", shortName: "Núñez", party: { code: "R", name: "Red" } },
  ],
  sources: [{ id: "s", name: "Source of the tests" }],
};

const bytes = (text: string) => new TextEncoder().encode(text);
const json = (change: object = {}) => JSON.stringify({ ...RACE, ...change }, null, 1);
const read = (file: Uint8Array | string, id: string | null = null) => readRaceJson(file, id);
const faults = (...given: Parameters<typeof read>) => {
  const result = read(...given);
  return result.ok ? [] : result.faults;
};

test("names come out as they were saved: UTF-8, with or without its mark, or UTF-16", () => {
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(Array.from(json(), (char) => char.charCodeAt(0))).buffer),
  ]);
  for (const file of [json(), bytes(json()), bytes(`\uFEFF${json()}`), `\uFEFF${json()}`, utf16])
    expect(read(file)).toMatchObject({ ok: true, value: { title: RACE.title } });
});

test("a file in another encoding is refused, not read with its letters lost", () => {
  const latin1 = Uint8Array.from(json({ title: "Núñez" }), (char) => char.charCodeAt(0) & 0xff);
  expect(faults(latin1)).toMatchObject([{ line: 3, message: expect.stringContaining("UTF-8") }]);
});

test("every fault has its line: misspelt and missing fields, unknown sources, another race's id", () => {
  const { office: _office, ...rest } = RACE;
  expect(faults(JSON.stringify({ ...rest, ofice: "TEST seat" }, null, 1))).toMatchObject([
    { line: 1, field: "office", message: "is missing: add it" },
    { line: 33, field: "ofice", message: expect.stringContaining("spelling") },
  ]);
  const certified = [{ by: "x", at: "2030-06-18T20:00:00Z", source: "nobody" }];
  expect(faults(json({ certified }), "other-race")).toMatchObject([
    { line: 2, field: "id", message: expect.stringContaining("other-race") },
    { line: 38, field: "certified.0.source" },
  ]);
});

test("a key that stands twice is refused: JSON would keep the second alone", () => {
  const text = json().replace('"test": true', '"feeds": [],\n "feeds": [],\n "test": true');
  expect(faults(text)).toMatchObject([
    { line: 17, column: 2, field: "feeds", message: expect.stringContaining("line 16") },
  ]);
  const nested = json().replace('"code": "R"', '"code": "R", "code": "B"');
  expect(faults(nested)).toMatchObject([{ field: "code" }]);
});

test("a feed's format must be one that is read", () => {
  const feed = { id: "f", section: "results", url: "https://example.org/x", format: "excel" };
  expect(faults(json({ feeds: [feed] }))).toMatchObject([{ field: "feeds.0.format" }]);
});

test("an object of strange or repeated keys without end is refused at once", () => {
  const before = process.cpuUsage();
  const strange = Array.from({ length: 200_000 }, (_, i) => `"k${i}":1`).join();
  const told = faults(`{${strange}}`).filter(({ field }) => field?.startsWith("k"));
  expect(told).toHaveLength(20);
  expect(told.at(-1)?.message).toContain("199980 more");
  expect(faults(`{${`"k":1,`.repeat(200_000)}"k":1}`).length).toBeLessThan(150);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(4000);
});
