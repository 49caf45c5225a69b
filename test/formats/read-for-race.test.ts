import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { detectFormat } from "../../src/formats/choose-format.ts";
import { checkSource } from "../../src/race/check.ts";
import { report, contest, toXml, unit } from "./nist/fixture.ts";
import { GA06, GA06_RACE, readForGa06 as read } from "./race.ts";
import { SAMPLES } from "./samples.ts";

const messages = (result: ReturnType<typeof read>) =>
  result.ok ? [] : result.faults.map((f) => f.message);

test.each(SAMPLES)("$name is known by its content and fills its section", (sample) => {
  expect(detectFormat(sample.text)).toBe(sample.format);
  const result = read(new TextEncoder().encode(sample.text));
  expect(result).toMatchObject({
    ok: true,
    value: { format: sample.format },
  });
  if (!result.ok) return;
  const { bodies } = result.value;
  expect(Object.keys(bodies)).toEqual([sample.section]);
  const body = bodies[sample.section];
  expect(checkSource(sample.section, body)).toEqual({ ok: true, value: body });
  expect(Object.values(body ?? {}).flat().length).toBeGreaterThan(0);
});

test.each(SAMPLES)(
  "$name says the same with a byte order mark, as UTF-16 and in a zip",
  (sample) => {
    const plain = read(sample.text);
    const utf16 = Uint8Array.from(
      [..."\uFEFF", ...sample.text].flatMap((char) => {
        const code = char.charCodeAt(0);
        return [code & 255, code >> 8];
      }),
    );
    const inZip = zipSync({ "folder/file.txt": strToU8(sample.text) });
    for (const file of [`\uFEFF${sample.text}`, utf16, inZip]) expect(read(file)).toEqual(plain);
  },
);

test("NIST's JSON and XML are told from the rest, and from each other", () => {
  const file = report([unit("cd", "congressional")], [contest("cd", { cd: 5 }, { cd: 4 })]);
  const able = { ...GA06[0]!, id: "able", name: "Ada Able", shortName: "Able" };
  const baker = { ...GA06[1]!, id: "baker", name: "Bo Baker", shortName: "Baker" };
  for (const text of [JSON.stringify(file), toXml(file)]) {
    const result = read(text, { race: { ...GA06_RACE, candidates: [able, baker] } });
    const format = text.startsWith("<") ? "nist-xml" : "nist-json";
    expect(result).toMatchObject({ ok: true, value: { format, bodies: { results: {} } } });
  }
  expect(
    detectFormat('{"$schema":"x","definitions":{"ElectionResults.ElectionReport":{}}}'),
  ).toBeNull();
});

test.each(SAMPLES)("$name sent for another section is refused", (sample) => {
  const other = sample.section === "polls" ? "turnout" : "polls";
  const told = sample.name.endsWith(".json") && sample.format === "json" ? "" : "was sent for";
  const result = read(sample.text, { section: other });
  expect(result.ok).toBe(false);
  expect(messages(result)[0]).toContain(told);
});

test("a file told as another format gets that format's faults", () => {
  const [polls] = SAMPLES;
  expect(messages(read(polls!.text, { format: "sos-ga" }))[0]).toContain("not valid JSON");
  expect(messages(read(polls!.text, { format: "excel" }))[0]).toContain(
    "use one of fivethirtyeight, votehub, open",
  );
});

test("a misspelt file of our own is told which columns are wrong, once its section is said", () => {
  const text = "polster,middel,handel,sorce\nTEST,2017-06-18,50,test\n";
  expect(messages(read(text))[0]).toContain("in no format that is known");
  expect(messages(read(text, { section: "polls" }))).toEqual(
    expect.arrayContaining([
      "is no column of polls.csv: did you mean pollster?",
      "is no column of polls.csv: did you mean middle?",
    ]),
  );
});

test("JSON faults have their line, and a list that fits two sections needs one said", () => {
  const text =
    '{\n "counts": [\n  {"date": "16 June", "mode": "absentee_mail", "ballots": 2, "source": "x"}\n ]\n}';
  expect(read(text)).toMatchObject({
    ok: false,
    faults: [{ line: 3, column: 12, field: "counts.0.date" }],
  });
  expect(messages(read('{"counts":[]}'))[0]).toContain("say which it is for");
  expect(read('{"counts":[]}', { section: "results" }).ok).toBe(true);
  expect(read(`{"polls":${"[".repeat(100_000)}`).ok).toBe(false);
});

test.each(SAMPLES)("$name needs a source to credit unless it is ours", ({ format, text }) => {
  const result = read(text, { source: null });
  const fields = result.ok ? [] : result.faults.map((f) => f.field);
  expect(fields).toEqual(format === "csv" || format === "json" ? [] : ["source"]);
});

test("contests of a file are listed with it", () => {
  const sample = SAMPLES.find((s) => s.format === "fivethirtyeight");
  expect(read(sample!.text)).toMatchObject({
    value: { contests: [{ key: "1762:runoff", title: "runoff", date: "2017-06-20" }] },
  });
});

test("what is no text says what to send instead", () => {
  expect(messages(read(strToU8("%PDF-1.7 …")))[0]).toContain("is a PDF");
  expect(messages(read(Uint8Array.of(0x1f, 0x8b, 8)))[0]).toContain("is gzipped");
  expect(messages(read(zipSync({ xl: { "workbook.xml": strToU8("x") } })))[0]).toContain("Excel");
  expect(messages(read(""))[0]).toBe("the file is empty");
  const latin = Uint8Array.from(
    [..."a,b\n1,2\nDo", "\u00f1", ..."a,3"].map((c) => c.charCodeAt(0)),
  );
  expect(read(latin)).toMatchObject({
    ok: false,
    faults: [{ line: 3, message: expect.stringMatching(/UTF-8/) }],
  });
});
