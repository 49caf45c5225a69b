import type { z } from "zod";
import { deskAddress } from "../../contract/addresses.ts";
import { type ChangeAnswer, changeAnswer } from "../../contract/desk/changes.ts";
import { CliProblem } from "../problem.ts";
import { askWorker, type WorkerRequest } from "./ask-worker.ts";
import { Pace } from "./pace.ts";

/** One Worker, with a token. Every refusal is thrown as a `CliProblem` that says what to do. */
export class Connection {
  readonly url: string;
  readonly #token: string | null;
  readonly #pace = new Pace();

  constructor(url: string, token: string | null) {
    this.url = url;
    this.#token = token;
  }

  /** @param address from the root of the Worker */
  ask(address: string, expected: readonly number[] = []): Promise<Response> {
    return askWorker(this.url + address, {}, expected);
  }

  /** Like `ask`, with the token. */
  async asEditor(address: string, ask: WorkerRequest = {}, expected: readonly number[] = []) {
    const headers = { ...ask.headers, Authorization: `Bearer ${this.#bearer()}` };
    await this.#pace.turn();
    return askWorker(this.url + address, { ...ask, headers }, expected);
  }

  /** @param path below the desk's address */
  desk(race: string, path: string, ask: WorkerRequest = {}, expected: readonly number[] = []) {
    return this.asEditor(deskAddress(race) + path, ask, expected);
  }

  /** A change of a desk: sent again after a failure, and done once. */
  async change(race: string, path: string, ask: WorkerRequest): Promise<ChangeAnswer> {
    const headers = { ...ask.headers, "Idempotency-Key": crypto.randomUUID() };
    const response = await this.desk(race, path, { ...ask, headers, patient: true });
    return this.json(response, changeAnswer);
  }

  async json<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await response.json().catch(() => null));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw this.strange(response, `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
  }

  strange(response: Response, what: string): CliProblem {
    return new CliProblem(
      "refused",
      `${response.url} doesn't answer as this version of Topline does (${what}): check --url, and use the topline command that the Worker was deployed from`,
    );
  }

  #bearer(): string {
    if (this.#token !== null) return this.#token;
    throw new CliProblem(
      "refused",
      "the desk needs a token: set TOPLINE_TOKEN, or say --token. `topline token` makes one",
    );
  }
}
