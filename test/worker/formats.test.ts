import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readCsv, writeCsv } from "../../src/formats/text/csv.ts";
import { readForGa06 } from "../formats/race.ts";
import { SAMPLES } from "../formats/samples.ts";

test("CSV is read and written inside workerd, which has no Buffer of its own", () => {
  const cells = ["é 日本 😀", 'x\r\n"y"', ",;\t"];
  const table = readCsv(writeCsv(["a", "b", "c"], [cells]));
  expect(table).toMatchObject({ rows: [{ line: 2, cells }], faults: [] });
  expect(readCsv('a\n"x"y\n').faults).toMatchObject([{ line: 2, column: 1 }]);
});

test.each(SAMPLES)("$name is read inside workerd, zipped or not", ({ text, format, section }) => {
  for (const file of [strToU8(text), zipSync({ "file.txt": strToU8(text) })]) {
    expect(readForGa06(file)).toMatchObject({
      ok: true,
      value: { format, bodies: { [section]: {} } },
    });
  }
});
