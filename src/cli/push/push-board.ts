import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readBoardJson } from "../../formats/topline/board-json.ts";
import type { BoardAnswer } from "../../contract/boards.ts";
import type { DeskClient } from "../client/desk-client.ts";
import type { Output } from "../output.ts";
import { CliProblem } from "../problem.ts";

/** The file that a board's folder has. */
const BOARD_FILE = "board.json";

export async function isBoardFolder(path: string): Promise<boolean> {
  return access(join(path, BOARD_FILE)).then(
    () => true,
    () => false,
  );
}

type Hands = {
  readonly output: Output;
  /** Asks, and throws where the answer is no. */
  readonly ask: (question: string) => Promise<void>;
};

/** Pushes a board's folder, and says what came of it. */
export async function pushBoardFolder(
  { output, ask }: Hands,
  client: DeskClient,
  folder: string,
  {
    dryRun = false,
    yes,
    note,
  }: {
    readonly dryRun?: boolean | undefined;
    readonly yes?: boolean | undefined;
    readonly note?: string | undefined;
  },
): Promise<void> {
  const agree = (question: string) => (yes === true ? Promise.resolve() : ask(question));
  const pushed = await pushBoard(client, folder, { dryRun, note }, agree);
  output.say(`${pushed.board}: ${SAID[pushed.status]}`);
  output.answer({ ok: true, ...pushed });
}

const SAID = {
  stored: "stored, and soon with readers.",
  unchanged: "the desk has the same.",
  preview: "nothing was changed; it would be stored.",
} as const;

/**
 * Sends a board's folder to its desk, against the version that the desk has now.
 * @param agree asks before anything is stored
 */
async function pushBoard(
  client: DeskClient,
  folder: string,
  { dryRun, note }: { readonly dryRun: boolean; readonly note: string | undefined },
  agree: (question: string) => Promise<void>,
): Promise<{ readonly board: string } & BoardAnswer> {
  const file = join(folder, BOARD_FILE);
  const read = readBoardJson(await readFile(file));
  if (!read.ok)
    throw new CliProblem("problem", "nothing was sent: mend the faults first", {
      faults: read.faults.map((fault) => ({ ...fault, file })),
    });
  const { id: board } = read.value;
  const body = JSON.stringify(read.value);
  const etag = await client.boards.etag(board);
  const preview = await client.boards.put(board, body, { etag, dryRun: true, note });
  if (dryRun || preview.status === "unchanged") return { board, ...preview };
  await agree(`Send ${file} to the board ${board} at ${client.url}?`);
  return { board, ...(await client.boards.put(board, body, { etag, dryRun: false, note })) };
}
