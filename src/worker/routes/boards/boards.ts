import { Hono } from "hono";
import { boardAddress } from "../../../contract/addresses.ts";
import type { BoardList, ListedBoard } from "../../../contract/boards.ts";
import { boardTable } from "../../../formats/topline/board-csv.ts";
import type { BoardDocument } from "../../../race/board/document.ts";
import type { AppEnv } from "../../env.ts";
import { encode, etagOf } from "../../store/fingerprint.ts";
import { BOARD_PREFIX, boardKey, type BoardMetadata, isRaceId } from "../../store/keys.ts";
import type { KvReader } from "../../store/kv.ts";
import { load } from "../../store/load.ts";
import { CSV_TYPE, type StoredValue } from "../../store/stored-value.ts";
import { answer } from "../answer.ts";
import { asValue } from "../kept-publications.ts";
import { badRaceId, unknownBoard } from "../refusals.ts";

/** What readers get of boards: the list of them, a board, its table. */
export const boards = new Hono<AppEnv>();

/** Listing counts against the plan, 1,000 a day on the free one: an isolate asks this rarely. */
const LIST_HOLD_MS = 120_000;
const TABLE = ".csv";

boards.get("/", async (c) => {
  const reading = await c.var.read("boards", () => loadBoardList(c.env.RACES), LIST_HOLD_MS);
  return reading.kind === "absent" ? c.notFound() : answer(c, reading);
});

boards.get("/:id{[a-z0-9-]+\\.csv}", async (c) => {
  const id = c.req.param("id").slice(0, -TABLE.length);
  if (!isRaceId(id)) return badRaceId();
  const key = boardKey(id);
  const reading = await c.var.read(key + TABLE, () => loadTable(c.env.RACES, key));
  return reading.kind === "absent" ? unknownBoard(id) : answer(c, reading);
});

boards.get("/:id", async (c) => {
  const { id } = c.req.param();
  if (!isRaceId(id)) return badRaceId();
  const key = boardKey(id);
  const reading = await c.var.read(key, () => load(c.env.RACES, key));
  return reading.kind === "absent" ? unknownBoard(id) : answer(c, reading);
});

/** Few ask for the table, so that it is made when somebody does, and a night writes one key less. */
async function loadTable(kv: KvReader, key: string): Promise<StoredValue | null> {
  const stored = await load(kv, key);
  if (stored === null) return null;
  const document = JSON.parse(new TextDecoder().decode(stored.body)) as BoardDocument;
  const bytes = encode(boardTable(document));
  const etag = await etagOf(bytes);
  return { ...stored, body: bytes.slice().buffer, mediaType: CSV_TYPE, etag };
}

/** All boards by id, drawn from what stands beside their documents. */
async function loadBoardList(kv: KvReader): Promise<StoredValue> {
  const listed: ListedBoard[] = [];
  let cursor: string | null = null;
  do {
    const page = await kv.list({ prefix: BOARD_PREFIX, cursor });
    for (const { name, metadata } of page.keys) {
      const id = name.slice(BOARD_PREFIX.length);
      const { title, electionDate, test, updatedAt } = metadata as BoardMetadata;
      listed.push({ id, title, electionDate, test, updatedAt, href: boardAddress(id) });
    }
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
  return asValue({ boards: listed } satisfies BoardList);
}
