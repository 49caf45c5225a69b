import type { RaceBrief } from "../../../race/board/brief.ts";
import type { BoardSource } from "../../../race/board/source.ts";
import type { KvWriter } from "../../store/kv.ts";
import type { Timer } from "../../store/within.ts";
import type { BoardStore } from "./board-store.ts";

/** What a board's desk needs from outside. Time is passed in, so that tests don't wait for it. */
export type BoardIo = {
  readonly store: BoardStore;
  readonly transaction: (work: () => void) => void;
  readonly kv: KvWriter;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timer: Timer;
  readonly report: (error: unknown) => void;
  /** What the registry knows of the board's races: nothing that KV hasn't acknowledged. */
  readonly briefs: (board: string) => Promise<readonly RaceBrief[]>;
  /** Tells the registry what the board holds; null: nothing any more. */
  readonly register: (board: string, revision: number, source: BoardSource | null) => Promise<void>;
  /** Has the desk look again what is due, because that has changed on its own. */
  readonly wakeAgain: () => void;
};
