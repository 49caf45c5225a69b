import type { ChangeAnswer } from "../../contract/desk/changes.ts";
import {
  type Revision,
  type RevisionList,
  revisionList,
  revisionWithContent,
} from "../../contract/desk/revisions.ts";
import type { Connection } from "./connection.ts";
import { type Terms, termsQuery } from "./terms.ts";

const PAGE = 1000;

/** Everything that a desk ever accepted. */
export class HistoryClient {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The whole history, oldest first. */
  async all(race: string): Promise<readonly Revision[]> {
    const all: Revision[] = [];
    let before: number | null = null;
    do {
      const query = `?limit=${PAGE}${before === null ? "" : `&before=${before}`}`;
      const response = await this.#connection.desk(race, `/revisions${query}`);
      const page: RevisionList = await this.#connection.json(response, revisionList);
      all.push(...page.revisions);
      ({ before } = page);
    } while (before !== null);
    return all.toReversed();
  }

  async get(race: string, n: number) {
    const response = await this.#connection.desk(race, `/revisions/${n}`);
    return this.#connection.json(response, revisionWithContent);
  }

  restore(race: string, n: number, etag: string | null, terms: Terms): Promise<ChangeAnswer> {
    return this.#connection.change(race, `/revisions/${n}/restore?${termsQuery(terms)}`, {
      method: "POST",
      headers: etag === null ? {} : { "If-Match": etag },
    });
  }
}
