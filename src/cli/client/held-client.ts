import type { ChangeAnswer } from "../../contract/desk/changes.ts";
import { type HeldChange, heldList, heldWithContent } from "../../contract/desk/held.ts";
import type { Connection } from "./connection.ts";
import { type Terms, termsQuery } from "./terms.ts";

/** The changes of a race that wait for somebody. */
export class HeldClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** All of them, oldest first. */
  async all(race: string): Promise<readonly HeldChange[]> {
    const response = await this.#connection.desk(race, "/held");
    return (await this.#connection.json(response, heldList)).held;
  }

  async get(race: string, held: number) {
    const response = await this.#connection.desk(race, `/held/${held}`);
    return this.#connection.json(response, heldWithContent);
  }

  /** @param seen what was looked at, as `body` of the held change says it; undefined: nothing */
  approve(
    race: string,
    held: number,
    seen: string | null | undefined,
    terms: Terms,
  ): Promise<ChangeAnswer> {
    const headers: Record<string, string> =
      seen === undefined ? {} : { "If-Match": `"${seen ?? "withdrawn"}"` };
    const path = `/held/${held}/approve?${termsQuery(terms)}`;
    return this.#connection.change(race, path, { method: "POST", headers });
  }

  async drop(race: string, held: number): Promise<void> {
    await this.#connection.desk(race, `/held/${held}`, { method: "DELETE" });
  }
}
