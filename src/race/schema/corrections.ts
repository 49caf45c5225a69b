import { z } from "zod";
import { SECTIONS } from "../sections/index.ts";
import { count, instant, line, mode, wording } from "./common.ts";
import { place } from "./marks.ts";
import { correction } from "./race.ts";

/** A figure that was wrong: what readers had, what is right, and from when until when they had it. */
export const correctedFigure = z
  .object({
    section: z.enum(SECTIONS),
    /** What of the section: `1.Cobb.votes`, a poll's id, a day. */
    part: z.string(),
    ...place.shape,
    mode: mode.optional(),
    pollster: line.optional(),
    /** Which of the row's figures: `value`, `ballots`, `shares`. */
    field: z.string(),
    was: z.number(),
    /** Null: there is no such figure. */
    is: z.number().nullable(),
    from: instant,
    until: instant,
    /** The first and the last that said so. */
    publications: z.object({ first: count, last: count }),
  })
  .meta({ id: "CorrectedFigure" });
export type CorrectedFigure = z.infer<typeof correctedFigure>;

/** A correction as readers get it. Figures and sentence are there where the desk knows them. */
export const toldCorrection = correction
  .extend({
    figures: z.array(correctedFigure).optional(),
    /** What was wrong, from when until when, and what is right, by language. */
    statement: wording.optional(),
  })
  .meta({ id: "ToldCorrection" });
export type ToldCorrection = z.infer<typeof toldCorrection>;
