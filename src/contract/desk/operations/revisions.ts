import { json, type Operation } from "../../operation.ts";
import { pageQuery } from "../../page.ts";
import { revisionList, revisionWithContent } from "../revisions.ts";
import { CHANGE, DESK, LOOK } from "./common.ts";

/** What was accepted, and bringing it back. */
export const revisionOperations: readonly Operation[] = [
  {
    ...LOOK,
    id: "listRevisions",
    path: `${DESK}/revisions`,
    summary: "Everything that was ever accepted",
    query: pageQuery,
    answers: { 200: json("Newest first.", revisionList) },
  },
  {
    ...LOOK,
    id: "getRevision",
    path: `${DESK}/revisions/{n}`,
    summary: "One revision with its body",
    answers: { 200: json("The revision.", revisionWithContent) },
  },
  {
    ...CHANGE,
    id: "restoreRevision",
    method: "post",
    path: `${DESK}/revisions/{n}/restore`,
    summary: "Bring back what a section was at that revision, as a new one",
    scope: "publish",
  },
];
