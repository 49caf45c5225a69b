import { type ImportAnswer, importAnswer } from "../../contract/desk/import.ts";
import type { Connection } from "./connection.ts";
import { type Terms, termsQuery } from "./terms.ts";

/** A file as it is, and what is said about it in the request's query. */
export type FileToImport = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly query: Readonly<Record<string, string>>;
};

/** Files that fill whatever they have of a race. */
export class ImportClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async send(race: string, { bytes, query }: FileToImport, terms: Terms): Promise<ImportAnswer> {
    const said = new URLSearchParams([
      ...Object.entries(query),
      ...new URLSearchParams(termsQuery(terms)),
    ]);
    const headers = {
      "Content-Type": "application/octet-stream",
      "Idempotency-Key": crypto.randomUUID(),
    };
    const ask = { method: "POST", headers, body: bytes, patient: true };
    const response = await this.#connection.desk(race, `/import?${said}`, ask);
    return this.#connection.json(response, importAnswer);
  }
}
