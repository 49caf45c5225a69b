import { boardDeskAddress } from "../../contract/addresses.ts";
import { type BoardAnswer, boardAnswer } from "../../contract/boards.ts";
import type { Connection } from "./connection.ts";
import { termsQuery } from "./terms.ts";

/** What editors keep of boards. */
export class BoardClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The tag of what the desk has; null where it has no such board. */
  async etag(board: string): Promise<string | null> {
    const address = `${boardDeskAddress(board)}/board`;
    const response = await this.#connection.asEditor(address, {}, [404]);
    return response.status === 404 ? null : response.headers.get("ETag");
  }

  /** @param etag what the board was read with: somebody else's write in between is refused */
  async put(
    board: string,
    body: string,
    {
      etag,
      dryRun,
      note,
    }: {
      readonly etag: string | null;
      readonly dryRun: boolean;
      readonly note: string | undefined;
    },
  ): Promise<BoardAnswer> {
    const headers = {
      "Content-Type": "application/json",
      ...(etag === null ? { "If-None-Match": "*" } : { "If-Match": etag }),
    };
    const address = `${boardDeskAddress(board)}/board?${termsQuery({ dryRun, note })}`;
    const response = await this.#connection.asEditor(address, { method: "PUT", headers, body });
    return this.#connection.json(response, boardAnswer);
  }
}
