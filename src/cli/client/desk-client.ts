import { raceAddress, RACES_ADDRESS } from "../../contract/addresses.ts";
import {
  type DeskList,
  deskList,
  DESKS_ADDRESS,
  type Stored,
  stored,
} from "../../contract/desk/desks.ts";
import { type DeskSummary, deskSummary } from "../../contract/desk/summary.ts";
import { health } from "../../contract/health.ts";
import { type ListedRace, type RaceList, raceList } from "../../contract/races.ts";
import { raceDocument } from "../../race/schema/document.ts";
import { BoardClient } from "./board-client.ts";
import { Connection } from "./connection.ts";
import { HeldClient } from "./held-client.ts";
import { HistoryClient } from "./history-client.ts";
import { ImportClient } from "./import-client.ts";
import { SourceClient } from "./source-client.ts";
import { StopsClient } from "./stops-client.ts";

/** One Worker and its desks. Every refusal is thrown as a `CliProblem` that says what to do. */
export class DeskClient {
  readonly url: string;
  readonly boards: BoardClient;
  readonly sources: SourceClient;
  readonly history: HistoryClient;
  readonly held: HeldClient;
  readonly stops: StopsClient;
  readonly imports: ImportClient;
  readonly #connection: Connection;

  constructor(url: string, token: string | null) {
    const connection = new Connection(url, token);
    this.url = url;
    this.#connection = connection;
    this.boards = new BoardClient(connection);
    this.sources = new SourceClient(connection);
    this.history = new HistoryClient(connection);
    this.held = new HeldClient(connection);
    this.stops = new StopsClient(connection);
    this.imports = new ImportClient(connection);
  }

  /** How the desk does; null where it holds nothing. */
  async summary(race: string): Promise<DeskSummary | null> {
    const response = await this.#connection.desk(race, "", {}, [404]);
    return response.status === 404 ? null : this.#connection.json(response, deskSummary);
  }

  /** Every desk the token is for, and what is wrong with the Worker's settings. */
  async desks(): Promise<DeskList> {
    return this.#connection.json(await this.#connection.asEditor(DESKS_ADDRESS), deskList);
  }

  /** Whether KV has what the desk published; null where it holds nothing. */
  async stored(race: string): Promise<Stored | null> {
    const response = await this.#connection.desk(race, "/stored", {}, [404]);
    return response.status === 404 ? null : this.#connection.json(response, stored);
  }

  /** Has the desk write all that readers get to KV again. */
  async republish(race: string): Promise<void> {
    await this.#connection.desk(race, "/republish", { method: "POST" });
  }

  /** The tag and revision of what readers get; null where they get nothing. */
  async published(race: string) {
    const response = await this.#connection.ask(raceAddress(race), [404]);
    if (response.status === 404) return null;
    const schema = raceDocument.pick({ revision: true });
    const { revision } = await this.#connection.json(response, schema);
    return { etag: response.headers.get("ETag"), revision };
  }

  /** Every race that readers have, from all pages of the list. */
  async races(): Promise<readonly ListedRace[]> {
    const races: ListedRace[] = [];
    for (let address: string | null = RACES_ADDRESS; address !== null;) {
      const response: Response = await this.#connection.ask(address);
      const page: RaceList = await this.#connection.json(response, raceList);
      races.push(...page.races);
      address = page.next;
    }
    return races;
  }

  /** Whether the Worker says that its store answers. */
  async health(): Promise<boolean> {
    const response = await this.#connection.ask("/health", [503]);
    return (await this.#connection.json(response, health)).ok;
  }
}
