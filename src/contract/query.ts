import { z } from "zod";
import { asOf, instant } from "../race/schema/common.ts";

// Parts of addresses. Each schema takes text, and gives the number or the moment that it says.

const DIGITS = /^\d{1,10}$/;

/** A whole number. Only digits count: `1e3`, `0x10` and `+5` are none. */
export function numberInAddress(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.preprocess(
    (text) => (typeof text === "string" && DIGITS.test(text) ? Number(text) : text),
    z.int(message).min(min, message).max(max, message),
  );
}

/** The number of a revision, a held change or a publication. */
export const listNumber = numberInAddress(0, 9_999_999_999).meta({
  description: "A number from the list.",
});

/** The query of an operation that takes none. */
export const emptyQuery = z.strictObject({});

/** A moment with its zone. */
export const momentInAddress = z.preprocess(withPlus, instant);

/** A date, or a moment with its zone. */
export const asOfInAddress = z.preprocess(withPlus, asOf);

/** A `+` that wasn't encoded arrives as a space, and can only have been the zone's. */
function withPlus(text: unknown): unknown {
  return typeof text === "string" ? text.replace(" ", "+") : text;
}
