import { expect, test } from "vitest";
import { dayOf, middleOf } from "../../src/cards/days.ts";

test("the middle of two days lies between them", () => {
  expect(middleOf({ start: "2017-06-17", end: "2017-06-18" })).toBe(dayOf("2017-06-17") + 0.5);
  expect(middleOf({ middle: "2017-06-17" })).toBe(dayOf("2017-06-17"));
});
