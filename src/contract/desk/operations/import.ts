import { z } from "zod";
import { json, type Operation } from "../../operation.ts";
import { fileQuery } from "../files.ts";
import { importAnswer } from "../import.ts";
import { changeHeaders } from "../changes.ts";
import { CHANGE, DESK } from "./common.ts";

/** @param formats names that `format` may have */
export function importOperations(formats: readonly string[]): readonly Operation[] {
  return [
    {
      id: "importFile",
      method: "post",
      path: `${DESK}/import`,
      tag: "Desk",
      summary: "Take all that a file has for the race, in one step",
      scope: "publish",
      query: fileQuery(formats),
      headers: changeHeaders.pick({ "Idempotency-Key": true }),
      body: {
        json: z.unknown().meta({ description: "A file in one of the formats." }),
        files: ["text/csv", "application/xml", "application/zip"],
      },
      answers: {
        200: json("Stored and soon with readers, or the answer to a dry run.", importAnswer),
        202: json("All of it waits until somebody releases it.", importAnswer),
      },
      problems: [...CHANGE.problems, 413],
    },
  ];
}
