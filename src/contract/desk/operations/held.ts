import { json, type Operation } from "../../operation.ts";
import { emptyQuery } from "../../query.ts";
import { heldList, heldWithContent } from "../held.ts";
import { CHANGE, DESK, LOOK } from "./common.ts";

/** What waits for somebody. */
export const heldOperations: readonly Operation[] = [
  {
    ...LOOK,
    id: "listHeldChanges",
    path: `${DESK}/held`,
    summary: "Changes that wait to be released",
    answers: { 200: json("Oldest first.", heldList) },
  },
  {
    ...LOOK,
    id: "getHeldChange",
    path: `${DESK}/held/{h}`,
    summary: "One held change with its body",
    answers: { 200: json("The change.", heldWithContent) },
  },
  {
    id: "dropHeldChange",
    method: "delete",
    path: `${DESK}/held/{h}`,
    tag: "Desk",
    summary: "Drop a held change",
    scope: "publish",
    query: emptyQuery,
    answers: { 204: { description: "Dropped." } },
    problems: LOOK.problems,
  },
  {
    ...CHANGE,
    id: "approveHeldChange",
    method: "post",
    path: `${DESK}/held/{h}/approve`,
    summary: "Release a held change; refused with 412 if the section has moved since",
    scope: "approve",
  },
];
