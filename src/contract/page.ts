import { z } from "zod";
import { wholeNumber } from "./fields.ts";
import type { Immutable } from "./immutable.ts";
import { numberInAddress } from "./query.ts";

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Which part of a list somebody wants, newest first. */
export const pageQuery = z.object({
  before: numberInAddress(0, 9_999_999_999)
    .optional()
    .meta({ description: "Only entries with smaller numbers.", param: { id: "Before" } }),
  limit: numberInAddress(1, MAX_LIMIT)
    .default(DEFAULT_LIMIT)
    .meta({
      description: "How many entries at most; 100 unless told otherwise.",
      param: { id: "Limit" },
    }),
});
export type PageQuery = Immutable<z.infer<typeof pageQuery>>;

/** Where a list goes on. */
export const nextBefore = wholeNumber.nullable().meta({
  description: "What to send as ?before= for the next page; null at the end.",
});
