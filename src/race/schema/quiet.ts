import { z } from "zod";
import { type Quieted, QUIETED, SECTIONS } from "../sections/index.ts";
import { instant, wording } from "./common.ts";

const what = z.enum(Object.keys(QUIETED) as [Quieted, ...Quieted[]]);
const law = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(120, "must be 120 characters or fewer");

/** A time in which a law forbids to show some figures. */
export const quietPeriod = z
  .strictObject({ what, from: instant, to: instant, law })
  .refine((period) => Date.parse(period.from) < Date.parse(period.to), "from must be before to")
  .meta({ id: "QuietPeriod" });
export type QuietPeriod = z.infer<typeof quietPeriod>;

/** One that lasts, as readers hear of it: which figures they don't get, until when and why. */
export const silence = z
  .object({ what, section: z.enum(SECTIONS), from: instant, to: instant, law, statement: wording })
  .meta({ id: "Silence" });
export type Silence = z.infer<typeof silence>;
