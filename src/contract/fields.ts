import { z } from "zod";
import { SOURCE_NAMES } from "../race/check.ts";

// Fields that several answers have.

/** Counts from 0: the number of a revision or a publication, how many of something. */
export const wholeNumber = z.int().min(0);

/** ISO 8601 in UTC. */
export const time = z.iso.datetime();

/** In hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What editors keep: `race` is race.json, the others are sections. */
export const sourceName = z.enum(SOURCE_NAMES);
