import { expect, test } from "vitest";
import rules from "../../../public/_headers?raw";
import { PAGE_HEADERS } from "../../../src/worker/http/page-headers.ts";

test("static pages and the Worker's own pages carry the same headers", () => {
  const everywhere = rules.split("\n/*\n")[1]?.split("\n\n")[0] ?? "";
  const headers = everywhere.split("\n").map((line) => {
    const [name = "", ...value] = line.trim().split(": ");
    return [name, value.join(": ")];
  });
  expect(Object.fromEntries(headers)).toEqual(PAGE_HEADERS);
});
