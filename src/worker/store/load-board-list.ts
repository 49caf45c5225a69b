import { boardAddress } from "../../contract/addresses.ts";
import type { BoardList, ListedBoard } from "../../contract/boards.ts";
import { encode, etagOf } from "./fingerprint.ts";
import { BOARD_PREFIX, type BoardMetadata } from "./keys.ts";
import type { KvReader } from "./kv.ts";
import { JSON_TYPE, type StoredValue } from "./stored-value.ts";

/** Listing counts against the plan, 1,000 a day on the free one: an isolate asks this rarely. */
export const BOARD_LIST_HOLD_MS = 120_000;

/** The name the list goes by in memory. It is no key: KV holds no list of boards. */
export const BOARD_LIST = "boards";

/** All boards by id, drawn from what stands beside their documents. */
export async function loadBoardList(kv: KvReader): Promise<StoredValue> {
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
  const bytes = encode(JSON.stringify({ boards: listed } satisfies BoardList));
  return {
    body: bytes.slice().buffer,
    mediaType: JSON_TYPE,
    etag: await etagOf(bytes),
    status: null,
  };
}
