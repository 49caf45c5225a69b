import { SOURCE_NAMES } from "../../race/check.ts";
import { SECTIONS } from "../../race/sections/index.ts";
import { json, type Operation } from "../operation.ts";
import { desksOperations, stored } from "./desks.ts";
import { DESK, LOOK } from "./operations/common.ts";
import { importOperations } from "./operations/import.ts";
import { heldOperations } from "./operations/held.ts";
import { revisionOperations } from "./operations/revisions.ts";
import { sourceOperations } from "./operations/sources.ts";
import { pauseOperations, pinOperations } from "./operations/stops.ts";
import { deskSummary } from "./summary.ts";

/** What editors may do, with a token. */
export function deskOperations(formats: readonly string[]): readonly Operation[] {
  return [
    {
      ...LOOK,
      id: "getDesk",
      path: DESK,
      summary: "How the desk does: revisions, publishing, feeds",
      answers: { 200: json("The desk.", deskSummary) },
    },
    ...SOURCE_NAMES.flatMap((name) => sourceOperations(name, formats)),
    ...importOperations(formats),
    ...revisionOperations,
    ...heldOperations,
    ...pinOperations,
    ...SECTIONS.flatMap(pauseOperations),
    {
      ...LOOK,
      id: "getStored",
      path: `${DESK}/stored`,
      summary: "Whether the store has every key that was published",
      answers: { 200: json("What the store has.", stored) },
    },
    ...desksOperations,
    {
      id: "republish",
      method: "post",
      path: `${DESK}/republish`,
      tag: "Desk",
      summary: "Write everything that readers see to the store again",
      scope: "publish",
      answers: { 202: json("Ordered.", deskSummary) },
      problems: LOOK.problems,
    },
  ];
}
