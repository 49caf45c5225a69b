import { z } from "zod";
import { SOURCE_NAMES } from "../../race/check.ts";
import { ACTIONS } from "../../contract/desk/revision-chain.ts";

// Fields that several answers have.

export const n = z.int().min(0);
export const time = z.iso.datetime();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const sourceName = z.enum(SOURCE_NAMES);
export const action = z.enum(ACTIONS);

/** Where a list goes on. */
export const before = n.nullable().meta({
  description: "What to send as ?before= for the next page; null at the end.",
});
