import { type ChangeAnswer, changeAnswer } from "../../contract/desk/changes.ts";
import {
  type DeskPause,
  type DeskPin,
  type NewPin,
  pause,
  pin,
} from "../../contract/desk/stops.ts";
import type { Section } from "../../race/sections/index.ts";
import type { Connection } from "./connection.ts";

const JSON_BODY = { "Content-Type": "application/json" };

/** What an editor stops: figures that are pinned, sections that are paused. */
export class StopsClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async pin(race: string, wanted: NewPin): Promise<DeskPin> {
    const ask = { method: "POST", headers: JSON_BODY, body: JSON.stringify(wanted) };
    return this.#connection.json(await this.#connection.desk(race, "/pins", ask), pin);
  }

  async unpin(race: string, n: number): Promise<void> {
    await this.#connection.desk(race, `/pins/${n}`, { method: "DELETE" });
  }

  async pause(race: string, section: Section, text: string): Promise<DeskPause> {
    const ask = { method: "PUT", headers: JSON_BODY, body: JSON.stringify({ text }) };
    const response = await this.#connection.desk(race, `/paused/${section}`, ask);
    return this.#connection.json(response, pause);
  }

  /** What came of that which had come meanwhile; null where nothing had. */
  async resume(race: string, section: Section): Promise<ChangeAnswer | null> {
    const ask = { method: "DELETE" };
    const response = await this.#connection.desk(race, `/paused/${section}`, ask);
    return response.status === 204 ? null : this.#connection.json(response, changeAnswer);
  }
}
