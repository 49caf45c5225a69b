import { readBoardJson } from "../../../formats/topline/board-json.ts";
import type { Fault } from "../../../formats/text/faults.ts";
import { markDirty } from "./board-due.ts";
import type { BoardIo } from "./board-io.ts";
import { sectionTag } from "../writes/terms.ts";

/** What somebody wants board.json to be. */
export type BoardWrite = {
  readonly board: string;
  /** The file as it was sent; null takes the board away. */
  readonly file: Uint8Array | null;
  readonly author: string;
  readonly note: string | null;
  readonly ifMatch: readonly string[] | "*" | null;
  readonly mustBeNew: boolean;
  readonly dryRun: boolean;
};

export type BoardOutcome =
  | { readonly kind: "stored" | "unchanged" | "preview"; readonly revision: number }
  | { readonly kind: "stale"; readonly revision: number | null }
  | { readonly kind: "unknown_board" }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/** Stores a version of board.json, and has it published; a refused one changes nothing. */
export function writeBoard(io: BoardIo, write: BoardWrite): BoardOutcome {
  const { board, file, author, note, ifMatch, mustBeNew, dryRun } = write;
  const { store } = io;
  const latest = store.latest();
  const current = latest?.body === undefined || latest.body === null ? null : latest;
  if (file === null && current === null) return { kind: "unknown_board" };
  const matches = ifMatch === "*" || (current && ifMatch?.includes(sectionTag(current.n)));
  if ((ifMatch !== null && (current === null || !matches)) || (mustBeNew && current !== null))
    return { kind: "stale", revision: current?.n ?? null };

  const read = file === null ? null : readBoardJson(file, board);
  if (read?.ok === false) return { kind: "faulty", faults: read.faults };
  const body = read === null ? null : JSON.stringify(read.value);
  if (current !== null && body === current.body) return { kind: "unchanged", revision: current.n };
  if (dryRun) return { kind: "preview", revision: current?.n ?? 0 };
  let revision = 0;
  io.transaction(() => {
    store.make(board);
    const at = new Date(io.now()).toISOString();
    revision = store.addRevision({ at, author, note, body });
    markDirty(io);
  });
  return { kind: "stored", revision };
}
