import { Hono } from "hono";
import { boardTable } from "../../../formats/topline/board-csv.ts";
import type { BoardDocument } from "../../../race/board/document.ts";
import type { AppEnv } from "../../env.ts";
import { encode, etagOf } from "../../store/fingerprint.ts";
import { boardKey, isRaceId } from "../../store/keys.ts";
import type { KvReader } from "../../store/kv.ts";
import { BOARD_LIST, BOARD_LIST_HOLD_MS, loadBoardList } from "../../store/load-board-list.ts";
import { load } from "../../store/load.ts";
import { CSV_TYPE, type StoredValue } from "../../store/stored-value.ts";
import { answer } from "../answer.ts";
import { badRaceId, unknownBoard } from "../refusals.ts";

/** What readers get of boards: the list of them, a board, its table. */
export const boards = new Hono<AppEnv>();

const TABLE = ".csv";

boards.get("/", async (c) => {
  const reading = await c.var.read(
    BOARD_LIST,
    () => loadBoardList(c.env.RACES),
    BOARD_LIST_HOLD_MS,
  );
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
