import { z } from "zod";
import type { Fault } from "../../formats/text/faults.ts";
import { n } from "./fields.ts";

export const fault = z
  .object({
    line: n.nullable(),
    column: n.nullable(),
    field: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: "Fault", description: "One fault of a file. Lines and columns count from 1." });
fault satisfies z.ZodType<Fault>;

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "What went wrong, by a name that doesn't change." }),
    detail: z.string().meta({ description: "What to check or do." }),
    errors: z.array(fault).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457, application/problem+json." });
