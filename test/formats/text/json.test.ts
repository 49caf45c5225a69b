import { expect, test } from "vitest";
import { z } from "zod";
import { jsonCount, listOf, readJson } from "../../../src/formats/text/json.ts";

const shape = z.object({
  list: listOf(z.object({ n: jsonCount, more: listOf(z.string()).nullish() })),
});
const faults = (text: string) => {
  const file = readJson(text, shape);
  return "faults" in file ? file.faults : [];
};

test("a value in its shape comes with the place of each of its parts", () => {
  const file = readJson('\uFEFF{"list": [\n  {"n": 4, "other": 1}]}', shape);
  if ("faults" in file) throw new Error(file.faults[0]?.message);
  expect(file.value).toEqual({ list: [{ n: 4 }] });
  expect(file.placeOf(["list", 0, "n"])).toEqual({ line: 2, column: 9, field: "list.0.n" });
  expect(file.placeOf([])).toMatchObject({ line: 1, field: null });
});

test("what isn't JSON is refused where it stops being JSON", () => {
  expect(faults("")).toMatchObject([{ line: 1, column: 1 }]);
  expect(faults('{"list": [\n{"n": 1},\n}')).toMatchObject([{ line: 3, column: 1 }]);
  expect(faults('{"list": [')).toMatchObject([
    { line: 1, message: expect.stringMatching(/^not valid JSON/) },
  ]);
});

test("what has another shape is refused with line, column and path", () => {
  expect(faults('{"list": [\n{"n": 1, "more": ["x", 2]}, {"n": 1.5}]}')).toEqual([
    {
      line: 2,
      column: 24,
      field: "list.0.more.1",
      message: "Invalid input: expected string, received number",
    },
    { line: 2, column: 35, field: "list.1.n", message: "must be a whole number" },
  ]);
});

test("a file that is wrong throughout is refused at once, with its first faults", () => {
  const text = `{"list": [${"0,".repeat(300_000)}0]}`;
  const before = process.cpuUsage();
  expect(faults(text)).toHaveLength(20);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

test("nesting that would exhaust a parser is refused before it is parsed", () => {
  expect(faults("[".repeat(1_000_000))).toMatchObject([{ message: "nests more than 64 deep" }]);
  expect(faults(`{"list": [{"n": 1, "x": "${"[".repeat(1000)}\\"${"{".repeat(1000)}"}]}`)).toEqual(
    [],
  );
});
