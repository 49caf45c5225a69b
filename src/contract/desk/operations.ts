import { z } from "zod";
import { type Section, SECTIONS } from "../../race/sections/index.ts";
import { SOURCE_NAMES, SOURCE_SCHEMAS, type SourceName } from "../../race/check.ts";
import { deskAddress } from "../addresses.ts";
import { type Answer, json, NOT_MODIFIED, type Operation, PROBLEM_TYPE } from "../operation.ts";
import { pageQuery } from "../page.ts";
import { emptyQuery } from "../query.ts";
import {
  changeHeaders,
  changeQuery,
  heldAnswer,
  previewAnswer,
  staleProblem,
  storedAnswer,
  unchangedAnswer,
} from "./changes.ts";
import { desksOperations, stored } from "./desks.ts";
import { fileQuery } from "./files.ts";
import { heldList, heldWithContent } from "./held.ts";
import { newPause, newPin, pause, pin, pinList } from "./stops.ts";
import { revisionList, revisionWithContent } from "./revisions.ts";
import { deskSummary } from "./summary.ts";

const DESK = deskAddress("{id}");

const LOOK = {
  method: "get",
  tag: "Desk",
  scope: "read",
  problems: [400, 401, 403, 404, 429],
} as const;

const done = z.union([storedAnswer, unchangedAnswer, previewAnswer]);

/** What every change has in common. */
const CHANGE = {
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
    ...REVISIONS,
    ...HELD,
    ...PINS,
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

/** @param name `race`, or a section that editors keep */
function sourceOperations(name: SourceName, formats: readonly string[]): readonly Operation[] {
  const path = `${DESK}/${name}`;
  const title = name[0]?.toUpperCase() + name.slice(1);
  const schema = SOURCE_SCHEMAS[name];
  const files = name === "race" ? [] : ["text/csv", "application/xml", "application/zip"];
  const query = fileQuery(formats);
  const write = {
    ...CHANGE,
    path,
    scope: "publish",
    query,
    body: { json: schema, files },
    problems: [...CHANGE.problems, 413],
  } as const;
  return [
    {
      ...LOOK,
      id: `getDesk${title}`,
      path,
      summary: `The ${name} as editors keep it`,
      answers: { 200: json("With its ETag.", schema), 304: NOT_MODIFIED },
    },
    { ...write, method: "put", id: `replaceDesk${title}`, summary: `Replace the ${name}` },
    {
      ...write,
      method: "post",
      id: `addToDesk${title}`,
      summary: `Add to the ${name}, by the keys of its rows`,
    },
    {
      ...CHANGE,
      method: "delete",
      path,
      scope: "publish",
      id: `deleteDesk${title}`,
      summary: `Take the ${name} away`,
    },
  ];
}

const REVISIONS: readonly Operation[] = [
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

const STOP = {
  tag: "Desk",
  scope: "publish",
  problems: [...CHANGE.problems, 413],
} as const;

const PINS: readonly Operation[] = [
  {
    ...LOOK,
    id: "listPins",
    path: `${DESK}/pins`,
    summary: "Figures that an editor holds against the feed",
    answers: { 200: json("Oldest first.", pinList) },
  },
  {
    ...STOP,
    id: "pinFigure",
    method: "post",
    path: `${DESK}/pins`,
    summary: "Hold a figure as it is, whatever a feed sends; readers are told",
    body: { json: newPin, files: [] },
    answers: { 200: json("Pinned.", pin) },
  },
  {
    ...STOP,
    id: "unpinFigure",
    method: "delete",
    path: `${DESK}/pins/{p}`,
    summary: "Let the feed have the figure again",
    query: emptyQuery,
    answers: { 204: { description: "Released." } },
  },
];

function pauseOperations(name: Section): readonly Operation[] {
  const path = `${DESK}/paused/${name}`;
  const title = name[0]?.toUpperCase() + name.slice(1);
  return [
    {
      ...STOP,
      id: `pause${title}`,
      method: "put",
      path,
      summary: `Let the ${name} stand still; what comes waits, and readers are told`,
      body: { json: newPause, files: [] },
      answers: { 200: json("Paused.", pause) },
    },
    {
      ...STOP,
      id: `resume${title}`,
      method: "delete",
      path,
      summary: `Let the ${name} go on, and judge what has come meanwhile`,
      query: emptyQuery,
      answers: {
        200: CHANGE.answers[200],
        202: CHANGE.answers[202],
        204: { description: "Nothing had come." },
      },
    },
  ];
}

const HELD: readonly Operation[] = [
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
