import { type BoardSource, boardSource } from "../../race/board/source.ts";
import { decodeText } from "../text/decode.ts";
import { fault, type ReadResult } from "../text/faults.ts";
import { readJson } from "../text/json.ts";

/**
 * Reads board.json. Every fault has its line and column.
 * @param id what the board is called where it is sent to; null takes the file's word for it
 */
export function readBoardJson(file: Uint8Array, id: string | null = null): ReadResult<BoardSource> {
  const decoded = decodeText(file);
  if (!decoded.ok) return decoded;
  const json = readJson(decoded.value, boardSource);
  if ("faults" in json) return { ok: false, faults: json.faults };
  const { value } = json;
  if (id === null || value.id === id) return { ok: true, value, warnings: [] };
  const message = `must be ${id}, the id in the address, found ${value.id}`;
  return { ok: false, faults: [fault(message, json.placeOf(["id"]))] };
}
