import { env } from "cloudflare:workers";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import type { BoardSourceInput } from "../../../../src/race/board/source.ts";
import { BoardStore } from "../../../../src/worker/desk/boards/board-store.ts";

export function boardJson(id: string, change: Partial<BoardSourceInput> = {}): BoardSourceInput {
  return {
    id,
    title: "TEST: a night",
    groups: [{ title: "All", filter: { test: true } }],
    ...change,
  };
}

/** A whole count of the two candidates of the tests' race. */
export function resultsJson(a: number, b: number) {
  const count = (candidate: string, value: number) => ({
    area: "total",
    candidate,
    measure: "votes",
    value,
    asOf: "2020-06-18T21:00:00-04:00",
    source: "s",
  });
  return { counts: [count("a", a), count("b", b)] };
}

export function boardStub(board: string) {
  return env.BOARDS.get(env.BOARDS.idFromName(board));
}

/** Runs a board's alarm as if the time that KV wants between two writes had passed. */
export async function hurryBoard(board: string): Promise<void> {
  await runInDurableObject(boardStub(board), (_, { storage }) => {
    const store = new BoardStore(storage.sql);
    if (store.read()?.dueAt != null) store.change({ dueAt: 1 });
  });
  await runDurableObjectAlarm(boardStub(board));
}
