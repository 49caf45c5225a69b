import { expect, test } from "vitest";
import { readCsv, writeCsv } from "../../src/formats/csv.ts";

test("CSV is read and written inside workerd, which has no Buffer of its own", () => {
  const cells = ["é 日本 😀", 'x\r\n"y"', ",;\t"];
  const table = readCsv(writeCsv(["a", "b", "c"], [cells]));
  expect(table).toMatchObject({ rows: [{ line: 2, cells }], faults: [] });
  expect(readCsv('a\n"x"y\n').faults).toMatchObject([{ line: 2, column: 1 }]);
});
