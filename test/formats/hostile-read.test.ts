import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { FileToRead } from "../../src/formats/read-for-race.ts";
import { type Section, SECTIONS } from "../../src/race/sections/index.ts";
import { checkSource } from "../../src/race/check.ts";
import { cpuTimeMs, HANG_MS } from "./cpu-time.ts";
import { readForGa06 } from "./race.ts";
import { SAMPLES } from "./samples.ts";

/** The section that a file was read into, "" for a refusal; anything else is wrong. */
function outcome(file: FileToRead["file"], more: Partial<FileToRead> = {}): string {
  const result = readForGa06(file, more);
  if (!result.ok) {
    const said = result.faults.length > 0 && result.faults.every((f) => f.message !== "");
    return said ? "" : "refused without a word";
  }
  const bodies = Object.entries(result.value.bodies) as [Section, unknown][];
  const wrong = bodies.filter(([section, body]) => !checkSource(section, body).ok);
  return wrong.length > 0 ? "no valid body" : bodies.map(([section]) => section).join(" and ");
}

const rowsOf = (file: FileToRead["file"]) => {
  const result = readForGa06(file);
  return result.ok
    ? Object.values(result.value.bodies).flatMap((body) => Object.values(body).flat()).length
    : 0;
};

const formats = [...new Set(SAMPLES.map((s) => s.format))];

test.each(formats)("bytes of any kind are no %s", (format) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...SECTIONS), (bytes, s) => {
      expect(outcome(bytes)).toBe("");
      expect(outcome(bytes, { format })).toBe("");
      expect(outcome(bytes, { format, section: s })).toBe("");
    }),
    { numRuns: 60 },
  );
});

test.each(formats)("text of any kind is no %s", (format) => {
  const words = fc.array(
    fc.constantFrom(
      ",",
      "\n",
      '"',
      "|",
      "{",
      "}",
      "[",
      "]",
      ":",
      "<",
      ">",
      "/",
      "date",
      "votes",
      "1",
    ),
  );
  const text = fc.oneof(
    words.map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (file) => {
      expect(outcome(file)).toBe("");
      expect(outcome(file, { format })).toBe("");
    }),
    { numRuns: 60 },
  );
});

test.each(SAMPLES)(
  "$name cut off anywhere is refused, or is the same section with fewer rows",
  (sample) => {
    const whole = rowsOf(sample.text);
    for (let length = 0; length < sample.text.length; length += 1) {
      const cut = sample.text.slice(0, length);
      expect(["", sample.section]).toContain(outcome(cut));
      expect(rowsOf(cut)).toBeLessThanOrEqual(whole);
    }
  },
);

test.each(SAMPLES)(
  "$name damaged anywhere is refused or still valid, and never something else",
  (sample) => {
    const put = fc.oneof(
      fc.constantFrom(
        '"',
        ",",
        "\n",
        "|",
        "{",
        "<",
        "-1",
        "1e99",
        "null",
        "NaN",
        "__proto__",
        "\0",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    const damage = fc.record({ at: fc.nat(sample.text.length), cut: fc.nat(40), put });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (all) => {
        const text = all.reduce(
          (rest, d) => rest.slice(0, d.at) + d.put + rest.slice(d.at + d.cut),
          sample.text,
        );
        expect(["", sample.section]).toContain(outcome(text));
      }),
      { numRuns: 100 },
    );
  },
);

test.each(SAMPLES)("$name is refused under every other format's name", (sample) => {
  for (const format of formats.filter((f) => f !== sample.format)) {
    expect({ format, section: outcome(sample.text, { format }) }).toEqual({ format, section: "" });
  }
});

const HEADER = "poll_id,question_id,pollster,start_date,end_date,candidate_name,pct,url\n";
test.each([
  ["polls of 538 that are wrong throughout", HEADER + "1,2,x,y,z,w,v,u\n".repeat(60_000)],
  ["polls of one question", HEADER + "1,2,P,1/1/20,1/2/20,Jon Ossoff,1,\n".repeat(28_000)],
  ["contests", rows(26_000, (i) => `1,${i},P,1/1/20,1/2/20,Jon Ossoff,1,`, HEADER)],
  ["line-ups", rows(26_000, (i) => `1,${i >> 1},P,1/1/20,1/2/20,Cand ${i},1,`, HEADER)],
  ["bars", "|".repeat(1_000_000)],
  ["short lines of bars", "H8GA06286|\n".repeat(90_000)],
  ["comments", "<!--".repeat(250_000)],
  ["declarations", "<?".repeat(500_000)],
  ["open braces", "{".repeat(1_000_000)],
  ["quoted keys", `{"counts":[${'"date":'.repeat(140_000)}`],
  ["own JSON that is wrong throughout", `{"counts":[${'{"measure":1},'.repeat(70_000)}0]}`],
  ["space", " ".repeat(1_000_000)],
])("a megabyte of %s doesn't hang the reader", (_, text) => {
  expect(cpuTimeMs(() => readForGa06(text))).toBeLessThan(HANG_MS);
});

function rows(count: number, make: (i: number) => string, header: string): string {
  return `${header}${Array.from({ length: count }, (_, i) => make(i)).join("\n")}\n`;
}
