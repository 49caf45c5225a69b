import { z } from "zod";
import { deskAddress } from "../../addresses.ts";
import { type Answer, json, PROBLEM_TYPE } from "../../operation.ts";
import {
  changeHeaders,
  changeQuery,
  heldAnswer,
  previewAnswer,
  staleProblem,
  storedAnswer,
  unchangedAnswer,
} from "../changes.ts";

export const DESK = deskAddress("{id}");

/** What every look at a desk has in common. */
export const LOOK = {
  method: "get",
  tag: "Desk",
  scope: "read",
  problems: [400, 401, 403, 404, 429],
} as const;

const done = z.union([storedAnswer, unchangedAnswer, previewAnswer]);

/** What every change has in common. */
export const CHANGE = {
  tag: "Desk",
  query: changeQuery,
  headers: changeHeaders,
  answers: {
    200: { id: "Done", ...json("Stored and soon with readers, or the answer to a dry run.", done) },
    202: { id: "PutAside", ...json("Held: well formed, but implausible.", heldAnswer) },
    412: {
      id: "Stale",
      description: "The section has moved: these are the revisions you missed.",
      content: { mediaType: PROBLEM_TYPE, schema: staleProblem },
    },
  } satisfies Record<number, Answer>,
  problems: [400, 401, 403, 404, 409, 422, 429],
} as const;
