import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { boardChangeQuery } from "../../../contract/boards.ts";
import { MAX_BODY_BYTES } from "../../../contract/desk/files.ts";
import { type DeskEnv, requires } from "../../auth/desk-auth.ts";
import type { BoardOutcome } from "../../desk/boards/write-board.ts";
import { boardDeskOf } from "../../desk/stub.ts";
import { sectionTag } from "../../desk/writes/terms.ts";
import { matchesIfNoneMatch } from "../../http/if-none-match.ts";
import { otherDeskMethods } from "../../http/other-methods.ts";
import { deskProblem } from "../../http/problem.ts";
import { readQuery } from "../../http/read-query.ts";
import { encode } from "../../store/fingerprint.ts";
import { jsonBytes } from "../desk/json.ts";
import { readTerms } from "../desk/read-terms.ts";

/** One board's desk, for whoever holds a token that is for an id like the board's. */
export const boardDesk = new Hono<DeskEnv>();

boardDesk.use(otherDeskMethods(boardDesk));

boardDesk.get("/", requires("read"), async (c) => {
  const summary = await boardDeskOf(c.env, c.var.race).summary();
  return summary === null ? unknownBoard() : c.json(summary);
});

boardDesk.post("/republish", requires("publish"), async (c) => {
  const summary = await boardDeskOf(c.env, c.var.race).republish();
  return summary === null ? unknownBoard() : c.json(summary, 202);
});

boardDesk.get("/board", requires("read"), async (c) => {
  const found = await boardDeskOf(c.env, c.var.race).source();
  if (found === null) return unknownBoard();
  const headers = { ETag: sectionTag(found.n) };
  const known = c.req.header("If-None-Match");
  if (known !== undefined && matchesIfNoneMatch(known, headers.ETag))
    return new Response(null, { status: 304, headers });
  return jsonBytes(encode(found.body ?? ""), headers);
});

const limit = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => deskProblem("too_large", `A body may have ${MAX_BODY_BYTES} bytes, 5 MB.`),
});

boardDesk.put("/board", requires("publish"), limit, async (c) =>
  write(c, new Uint8Array(await c.req.arrayBuffer())),
);

boardDesk.delete("/board", requires("publish"), (c) => write(c, null));

async function write(c: Context<DeskEnv>, file: Uint8Array | null): Promise<Response> {
  const query = readQuery(c, boardChangeQuery);
  if (!query.ok) return deskProblem("bad_request", query.detail);
  const terms = await readTerms(c, query.value, file ?? undefined);
  if (terms instanceof Response) return terms;
  const { author, note, ifMatch, mustBeNew, dryRun } = terms;
  const board = c.var.race;
  const change = { board, file, author, note, ifMatch, mustBeNew, dryRun };
  return answer(await boardDeskOf(c.env, board).write(change));
}

function answer(outcome: BoardOutcome): Response {
  switch (outcome.kind) {
    case "stored":
    case "unchanged":
    case "preview": {
      const { kind: status, revision } = outcome;
      return Response.json({ status, revision }, { headers: { ETag: sectionTag(revision) } });
    }
    case "unknown_board":
      return unknownBoard();
    case "stale": {
      const { revision } = outcome;
      const now = revision === null ? "isn't there" : `is at r${revision}`;
      const detail = `The board ${now}. GET it, make your change to that, and send its ETag as If-Match.`;
      const headers: Record<string, string> =
        revision === null ? {} : { ETag: sectionTag(revision) };
      return deskProblem("stale", detail, { revision, missed: [] }, headers);
    }
    case "faulty":
      return deskProblem("faulty", "Mend the faults and send it again.", {
        errors: outcome.faults,
      });
  }
}

function unknownBoard(): Response {
  return deskProblem("unknown_board", "PUT its board.json to …/desk/board first.");
}
