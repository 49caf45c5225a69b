import { z } from "zod";
import { boardDocument } from "../race/board/document.ts";
import { boardSource } from "../race/board/source.ts";
import { raceId } from "../race/schema/common.ts";
import { BOARDS_ADDRESS, boardAddress, boardDeskAddress } from "./addresses.ts";
import { CHANGE, LOOK } from "./desk/operations/common.ts";
import { time, wholeNumber } from "./fields.ts";
import type { Immutable } from "./immutable.ts";
import { json, NOT_MODIFIED, type Operation, PROBLEM_TYPE } from "./operation.ts";
import { pageQuery } from "./page.ts";
import { problem } from "./problem.ts";
import { publicationList } from "./publications.ts";
import { raceQuery } from "./races.ts";

const listedBoard = z.object({
  id: raceId,
  title: z.string(),
  electionDate: z.iso.date().nullable(),
  test: z.boolean(),
  updatedAt: time,
  href: z.string(),
});
export type ListedBoard = Immutable<z.infer<typeof listedBoard>>;

export const boardList = z.object({ boards: z.array(listedBoard) }).meta({ id: "BoardList" });
export type BoardList = Immutable<z.infer<typeof boardList>>;

export const boardDeskSummary = z
  .object({
    board: raceId,
    revision: wholeNumber,
    publication: wholeNumber,
    acknowledgedAt: time.nullable(),
    behind: z.boolean().meta({ description: "Readers lack something, as far as is known." }),
    failures: wholeNumber.meta({ description: "Attempts that failed since the last good one." }),
    lastError: z.object({ at: time, message: z.string() }).nullable(),
  })
  .meta({ id: "BoardDesk" });
export type BoardDeskSummary = Immutable<z.infer<typeof boardDeskSummary>>;

/** What a change of a board came to. */
export const boardAnswer = z
  .object({
    status: z.enum(["stored", "unchanged", "preview"]),
    revision: wholeNumber,
  })
  .meta({ id: "BoardAnswer" });
export type BoardAnswer = Immutable<z.infer<typeof boardAnswer>>;

export const boardChangeQuery = z.strictObject({
  note: CHANGE.query.shape.note,
  dry_run: CHANGE.query.shape.dry_run,
});
const boardHeaders = CHANGE.headers.pick({ "If-Match": true, "If-None-Match": true });

const BOARD = boardAddress("{id}");
const DESK = boardDeskAddress("{id}");
const read = { method: "get", tag: "Boards", scope: null, problems: [400, 404, 503] } as const;
const write = {
  path: `${DESK}/board`,
  tag: "Desk",
  scope: "publish",
  query: boardChangeQuery,
  headers: boardHeaders,
  answers: {
    200: json("Stored and soon with readers, or the answer to a dry run.", boardAnswer),
    412: {
      description: "The board has moved.",
      content: { mediaType: PROBLEM_TYPE, schema: problem },
    },
  },
} as const;

export const boardOperations: readonly Operation[] = [
  {
    ...read,
    id: "listBoards",
    path: BOARDS_ADDRESS,
    summary: "Every board there is",
    answers: { 200: json("The boards by id.", boardList), 304: NOT_MODIFIED },
    problems: [503],
  },
  {
    ...read,
    id: "getBoard",
    path: BOARD,
    summary: "One board: many races in short",
    query: raceQuery,
    answers: {
      200: json("The board's document.", boardDocument),
      302: { description: "The publication that was current at ?as_of=." },
      304: NOT_MODIFIED,
    },
  },
  {
    ...read,
    id: "getBoardCsv",
    path: `${BOARD}.csv`,
    summary: "The same as a table, a row for each leading candidate",
    answers: {
      200: {
        description: "The table.",
        content: { mediaType: "text/csv", schema: null },
      },
      304: NOT_MODIFIED,
    },
  },
  {
    ...read,
    id: "listBoardPublications",
    path: `${BOARD}/publications`,
    summary: "What readers saw of a board, and when",
    query: pageQuery,
    answers: { 200: json("Publications, newest first.", publicationList), 304: NOT_MODIFIED },
  },
  {
    ...read,
    id: "getBoardPublication",
    path: `${BOARD}/publications/{n}`,
    summary: "The board as readers got it, byte for byte",
    answers: { 200: json("The document; it never changes.", boardDocument), 304: NOT_MODIFIED },
    problems: [400, 404, 451, 503],
  },
  {
    ...LOOK,
    id: "getBoardDesk",
    path: DESK,
    summary: "How the board's desk does",
    answers: { 200: json("The desk.", boardDeskSummary) },
  },
  {
    ...LOOK,
    id: "getDeskBoard",
    path: `${DESK}/board`,
    summary: "board.json as an editor keeps it",
    answers: { 200: json("With its ETag.", boardSource), 304: NOT_MODIFIED },
  },
  {
    ...write,
    id: "replaceDeskBoard",
    method: "put",
    summary: "Replace board.json",
    body: { json: boardSource, files: [] },
    problems: [400, 401, 403, 413, 422, 429],
  },
  {
    ...write,
    id: "deleteDeskBoard",
    method: "delete",
    summary: "Take a board away",
    problems: [400, 401, 403, 404, 429],
  },
  {
    ...LOOK,
    id: "republishBoard",
    method: "post",
    path: `${DESK}/republish`,
    scope: "publish",
    summary: "Compile the board anew and write it to the store",
    answers: { 202: json("Ordered.", boardDeskSummary) },
  },
];
