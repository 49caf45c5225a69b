import { z } from "zod";
import { wholeNumber } from "./fields.ts";

/** What can go wrong, by the name that programs can rely on. Status and title never change for it. */
export const PROBLEMS = {
  bad_race_id: { status: 400, title: "This is no race id" },
  bad_request: { status: 400, title: "The request can't be understood" },
  no_token: { status: 401, title: "The desk needs a token" },
  unknown_token: { status: 401, title: "Nobody has this token" },
  wrong_scope: { status: 403, title: "This token may not do that" },
  wrong_race: { status: 403, title: "This token is not for this race" },
  second_person: { status: 403, title: "Somebody else must approve this" },
  unknown_address: { status: 404, title: "There is nothing at this address" },
  unknown_race: { status: 404, title: "There is no such race" },
  oembed_format: { status: 501, title: "The format isn't made" },
  no_glyphs: { status: 404, title: "There is no picture in these characters" },
  unknown_board: { status: 404, title: "There is no such board" },
  unknown_page: { status: 404, title: "The list has no such page" },
  unknown_section: { status: 404, title: "The race has no such section" },
  unknown_publication: { status: 404, title: "There is no such publication" },
  unknown_revision: { status: 404, title: "There is no such revision" },
  unknown_held: { status: 404, title: "There is no such held change" },
  unknown_pin: { status: 404, title: "There is no such pin" },
  not_paused: { status: 404, title: "This section isn't paused" },
  method_not_allowed: { status: 405, title: "This address doesn't take that method" },
  still_running: { status: 409, title: "The first request with this key still runs" },
  stale: { status: 412, title: "Somebody else wrote first" },
  too_large: { status: 413, title: "The body is too large" },
  faulty: { status: 422, title: "The file has faults, and nothing was changed" },
  key_reused: { status: 422, title: "This key was used for another request" },
  too_many: { status: 429, title: "Too many requests" },
  quiet: { status: 451, title: "A law forbids to show these figures now" },
  internal_error: { status: 500, title: "Something went wrong here" },
  unavailable: { status: 503, title: "The data can't be reached at the moment" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

export const fault = z
  .object({
    line: wholeNumber.nullable(),
    column: wholeNumber.nullable(),
    field: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: "Fault", description: "One fault of a file. Lines and columns count from 1." });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({
      description: "What went wrong, by a name that doesn't change.",
      examples: Object.keys(PROBLEMS),
    }),
    detail: z.string().meta({ description: "What to check or do." }),
    errors: z.array(fault).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457, application/problem+json." });
