import type { z } from "zod";
import { SOURCE_NAMES, type SourceName } from "../race/check.ts";
import { deskAddress, raceAddress, RACES_ADDRESS } from "../contract/addresses.ts";
import { type ChangeAnswer, changeAnswer } from "../contract/desk/changes.ts";
import {
  type DeskList,
  deskList,
  DESKS_ADDRESS,
  type Stored,
  stored,
} from "../contract/desk/desks.ts";
import { type HeldChange, heldList, heldWithContent } from "../contract/desk/held.ts";
import {
  type Revision,
  type RevisionList,
  revisionList,
  revisionWithContent,
} from "../contract/desk/revisions.ts";
import { type DeskSummary, deskSummary } from "../contract/desk/summary.ts";
import { type DeskPause, type DeskPin, type NewPin, pause, pin } from "../contract/desk/stops.ts";
import type { Section } from "../race/sections/index.ts";
import { health } from "../contract/health.ts";
import { type ListedRace, raceList } from "../contract/races.ts";
import { raceDocument } from "../race/schema/document.ts";
import { askWorker, type WorkerRequest } from "./ask-worker.ts";
import { CliProblem } from "./problem.ts";

const PAGE = 1000;
const JSON_BODY = { "Content-Type": "application/json" };

/** A section as the desk has it; `body` is what a PUT of the same would store. */
export type DeskSource = { readonly etag: string; readonly body: Uint8Array };
export type DeskSources = { readonly [N in SourceName]: DeskSource | null };

/** What a change says beside its body. */
export type Terms = {
  readonly note?: string | undefined;
  readonly correction?: string | undefined;
  readonly dryRun?: boolean;
  /** What it takes away is taken away on purpose. */
  readonly withdraw?: boolean;
};

/** A change to one section. */
export type Write = Terms & {
  readonly action: "put" | "merge" | "delete";
  /** The section, or rows to add to it, as JSON. */
  readonly body?: string;
  /** The section's tag when it was read: somebody else's write in between is refused. Null: new. */
  readonly etag: string | null;
};

const METHODS = { put: "PUT", merge: "POST", delete: "DELETE" } as const;

/** One Worker and its desks. Every refusal is thrown as a `CliProblem` that says what to do. */
export class DeskClient {
  readonly url: string;
  readonly #token: string | null;

  constructor(url: string, token: string | null) {
    this.url = url;
    this.#token = token;
  }

  /** What a section stands at; null where it has nothing. */
  async source(race: string, section: SourceName): Promise<DeskSource | null> {
    const response = await this.#desk(race, `/${section}`, {}, [404]);
    if (response.status === 404) return null;
    const etag = response.headers.get("ETag");
    if (etag === null) throw this.#strange(response, "has no ETag");
    return { etag, body: new Uint8Array(await response.arrayBuffer()) };
  }

  async sources(race: string): Promise<DeskSources> {
    const found = await Promise.all(SOURCE_NAMES.map((name) => this.source(race, name)));
    return Object.fromEntries(SOURCE_NAMES.map((name, i) => [name, found[i]])) as DeskSources;
  }

  async write(race: string, section: SourceName, write: Write): Promise<ChangeAnswer> {
    const query = new URLSearchParams(queryOf(write));
    const headers = {
      "Content-Type": "application/json",
      ...(write.etag === null ? { "If-None-Match": "*" } : { "If-Match": write.etag }),
    };
    const { action, body } = write;
    const ask = { method: METHODS[action], headers, ...(body !== undefined && { body }) };
    return this.#change(race, `/${section}?${query}`, ask);
  }

  restore(race: string, n: number, etag: string | null, terms: Terms): Promise<ChangeAnswer> {
    const path = `/revisions/${n}/restore?${new URLSearchParams(queryOf(terms))}`;
    return this.#change(race, path, {
      method: "POST",
      headers: etag === null ? {} : { "If-Match": etag },
    });
  }

  /** @param seen what was looked at, as `body` of the held change says it; undefined: nothing */
  approve(
    race: string,
    held: number,
    seen: string | null | undefined,
    terms: Terms,
  ): Promise<ChangeAnswer> {
    const path = `/held/${held}/approve?${new URLSearchParams(queryOf(terms))}`;
    const headers: Record<string, string> =
      seen === undefined ? {} : { "If-Match": `"${seen ?? "withdrawn"}"` };
    return this.#change(race, path, { method: "POST", headers });
  }

  async drop(race: string, held: number): Promise<void> {
    await this.#desk(race, `/held/${held}`, { method: "DELETE" });
  }

  async pin(race: string, wanted: NewPin): Promise<DeskPin> {
    const ask = { method: "POST", headers: JSON_BODY, body: JSON.stringify(wanted) };
    return this.#json(await this.#desk(race, "/pins", ask), pin);
  }

  async unpin(race: string, n: number): Promise<void> {
    await this.#desk(race, `/pins/${n}`, { method: "DELETE" });
  }

  async pause(race: string, section: Section, text: string): Promise<DeskPause> {
    const ask = { method: "PUT", headers: JSON_BODY, body: JSON.stringify({ text }) };
    return this.#json(await this.#desk(race, `/paused/${section}`, ask), pause);
  }

  /** What came of that which had come meanwhile; null where nothing had. */
  async resume(race: string, section: Section): Promise<ChangeAnswer | null> {
    const response = await this.#desk(race, `/paused/${section}`, { method: "DELETE" });
    return response.status === 204 ? null : this.#json(response, changeAnswer);
  }

  /** The changes that wait, oldest first. */
  async held(race: string): Promise<readonly HeldChange[]> {
    return (await this.#json(await this.#desk(race, "/held"), heldList)).held;
  }

  async heldChange(race: string, held: number) {
    return this.#json(await this.#desk(race, `/held/${held}`), heldWithContent);
  }

  /** The whole history, oldest first. */
  async revisions(race: string): Promise<readonly Revision[]> {
    const all: Revision[] = [];
    let before: number | null = null;
    do {
      const query = `?limit=${PAGE}${before === null ? "" : `&before=${before}`}`;
      const page: RevisionList = await this.#json(
        await this.#desk(race, `/revisions${query}`),
        revisionList,
      );
      all.push(...page.revisions);
      ({ before } = page);
    } while (before !== null);
    return all.toReversed();
  }

  async revision(race: string, n: number) {
    return this.#json(await this.#desk(race, `/revisions/${n}`), revisionWithContent);
  }

  /** How the desk does; null where it holds nothing. */
  async summary(race: string): Promise<DeskSummary | null> {
    const response = await this.#desk(race, "", {}, [404]);
    return response.status === 404 ? null : this.#json(response, deskSummary);
  }

  /** Every desk the token is for, and what is wrong with the Worker's settings. */
  async desks(): Promise<DeskList> {
    const headers = { Authorization: `Bearer ${this.#bearer()}` };
    return this.#json(await askWorker(this.url + DESKS_ADDRESS, { headers }), deskList);
  }

  /** Whether KV has what the desk published; null where it holds nothing. */
  async stored(race: string): Promise<Stored | null> {
    const response = await this.#desk(race, "/stored", {}, [404]);
    return response.status === 404 ? null : this.#json(response, stored);
  }

  /** Has the desk write all that readers get to KV again. */
  async republish(race: string): Promise<void> {
    await this.#desk(race, "/republish", { method: "POST" });
  }

  /** The tag and revision of what readers get; null where they get nothing. */
  async published(race: string) {
    const response = await askWorker(this.url + raceAddress(race), {}, [404]);
    if (response.status === 404) return null;
    const { revision } = await this.#json(response, raceDocument.pick({ revision: true }));
    return { etag: response.headers.get("ETag"), revision };
  }

  async races(): Promise<readonly ListedRace[]> {
    return (await this.#json(await askWorker(this.url + RACES_ADDRESS), raceList)).races;
  }

  /** Whether the Worker says that its store answers. */
  async health(): Promise<boolean> {
    const response = await askWorker(`${this.url}/health`, {}, [503]);
    return (await this.#json(response, health)).ok;
  }

  async #change(race: string, path: string, ask: WorkerRequest): Promise<ChangeAnswer> {
    const headers = { ...ask.headers, "Idempotency-Key": crypto.randomUUID() };
    const response = await this.#desk(race, path, { ...ask, headers, patient: true });
    return this.#json(response, changeAnswer);
  }

  #desk(race: string, path: string, ask: WorkerRequest = {}, expected: readonly number[] = []) {
    const headers = { ...ask.headers, Authorization: `Bearer ${this.#bearer()}` };
    return askWorker(this.url + deskAddress(race) + path, { ...ask, headers }, expected);
  }

  #bearer(): string {
    if (this.#token !== null) return this.#token;
    throw new CliProblem(
      "refused",
      "the desk needs a token: set TOPLINE_TOKEN, or say --token. `topline token` makes one",
    );
  }

  async #json<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await response.json().catch(() => null));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw this.#strange(response, `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  }

  #strange(response: Response, what: string): CliProblem {
    return new CliProblem(
      "refused",
      `${response.url} doesn't answer as this version of Topline does (${what}): check --url, and use the topline command that the Worker was deployed from`,
    );
  }
}

function queryOf({ note, correction, dryRun, withdraw }: Terms): Record<string, string> {
  return {
    ...(note !== undefined && { note }),
    ...(correction !== undefined && { correction }),
    ...(dryRun === true && { dry_run: "1" }),
    ...(withdraw === true && { withdraw: "1" }),
  };
}
