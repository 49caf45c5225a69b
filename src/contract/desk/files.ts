import { z } from "zod";
import { line, localId } from "../../race/schema/common.ts";
import { POPULATIONS } from "../../race/sections/polls/source.ts";
import { DAY_ORDERS, DECIMALS, ENCODINGS } from "../../race/schema/written.ts";
import type { Immutable } from "../immutable.ts";
import { asOfInAddress, numberInAddress } from "../query.ts";
import { changeQuery } from "./changes.ts";

/** A body of up to 5 MB. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;

/**
 * What a request that changes a section may say: how its file is to be read, and all that any
 * change may. What isn't said is left to the file.
 * @param formats names that `format` may have
 */
export function fileQuery<const Format extends string>(formats: readonly Format[]) {
  return changeQuery.extend({
    format: z
      .enum(formats, `must be one of ${formats.join(", ")}`)
      .optional()
      .meta({ description: "What the file is, where its media type doesn't say." }),
    source: localId.optional().meta({
      description: "Which of the race's sources to credit, for files of others.",
    }),
    contest: line.optional().meta({
      description: "Key or title of the contest, for a file that holds several.",
    }),
    sheet: line.optional().meta({
      description: "The sheet of a workbook (.xlsx), where several could be meant.",
    }),
    as_of: asOfInAddress.optional().meta({
      description: "When its numbers were true, for a file that doesn't say.",
    }),
    round: numberInAddress(1, 9).optional().meta({
      description: "The round that a results file counts; 1 unless told otherwise.",
    }),
    populations: z.enum(["all", "one"], "must be all or one").optional().meta({
      description: "Whether a survey of several populations gives one poll or one for each (all).",
    }),
    population: z
      .enum(POPULATIONS, `must be one of ${POPULATIONS.join(", ")}`)
      .optional()
      .meta({ description: "Takes only polls of this population." }),
    dates: z
      .enum(DAY_ORDERS, `must be ${DAY_ORDERS.join(" or ")}`)
      .optional()
      .meta({ description: "How dates like 10/1/26 are meant, where the file leaves a doubt." }),
    decimal: z
      .enum(DECIMALS, `must be ${DECIMALS.join(" or ")}`)
      .optional()
      .meta({
        description: "What stands before decimals, where the file leaves a doubt: 25.000.",
      }),
    encoding: z
      .enum(ENCODINGS, `must be ${ENCODINGS.join(" or ")}`)
      .optional()
      .meta({ description: "How its text is encoded, where that isn't UTF-8." }),
  });
}
export type FileQuery = Immutable<z.infer<ReturnType<typeof fileQuery>>>;
