import { SOURCE_NAMES, type SourceName } from "../../race/check.ts";
import type { ChangeAnswer } from "../../contract/desk/changes.ts";
import { deskSummary } from "../../contract/desk/summary.ts";
import type { Connection } from "./connection.ts";
import { type Terms, termsQuery } from "./terms.ts";

/** A section as the desk has it; `body` is what a PUT of the same would store. */
export type DeskSource = { readonly etag: string; readonly body: Uint8Array };
export type DeskSources = { readonly [N in SourceName]: DeskSource | null };

/** A change to one section. */
export type Write = Terms & {
  readonly action: "put" | "merge" | "delete";
  /** The section, or rows to add to it, as JSON. */
  readonly body?: string;
  /** The section's tag when it was read: somebody else's write in between is refused. Null: new. */
  readonly etag: string | null;
};

const METHODS = { put: "PUT", merge: "POST", delete: "DELETE" } as const;

/** What editors keep of a race, section by section. */
export class SourceClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** What a section stands at; null where it has nothing. */
  async get(race: string, section: SourceName): Promise<DeskSource | null> {
    const response = await this.#connection.desk(race, `/${section}`, {}, [404]);
    if (response.status === 404) return null;
    const etag = response.headers.get("ETag");
    if (etag === null) throw this.#connection.strange(response, "has no ETag");
    return { etag, body: new Uint8Array(await response.arrayBuffer()) };
  }

  /** All of them; only what there is is asked for, since a token's requests are counted. */
  async all(race: string): Promise<DeskSources> {
    const response = await this.#connection.desk(race, "", {}, [404]);
    const there =
      response.status === 404
        ? null
        : (await this.#connection.json(response, deskSummary.pick({ sections: true }))).sections;
    const found = await Promise.all(
      SOURCE_NAMES.map((name) => (there?.[name] ? this.get(race, name) : null)),
    );
    return Object.fromEntries(SOURCE_NAMES.map((name, i) => [name, found[i]])) as DeskSources;
  }

  async write(race: string, section: SourceName, write: Write): Promise<ChangeAnswer> {
    const headers = {
      "Content-Type": "application/json",
      ...(write.etag === null ? { "If-None-Match": "*" } : { "If-Match": write.etag }),
    };
    const { action, body } = write;
    const ask = { method: METHODS[action], headers, ...(body !== undefined && { body }) };
    return this.#connection.change(race, `/${section}?${termsQuery(write)}`, ask);
  }
}
