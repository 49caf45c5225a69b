import { setTimeout as wait } from "node:timers/promises";

/** One write that the Worker acknowledged. */
export type Acknowledged = {
  readonly key: string;
  readonly poll: string;
  readonly share: number;
  readonly revision: number;
  readonly hash: string;
};

/** Polls of one writer; each is corrected again and again. */
const POLLS_PER_WRITER = 20;
const PAUSE_MS = 50;

/**
 * Sends one correction after the other. One that got no answer is sent again under the same key
 * once the Worker is back: it may or may not have been stored.
 */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly #name: string;
  readonly #token: string;
  #sent = 0;

  constructor(name: string, token: string) {
    this.#name = name;
    this.#token = token;
  }

  /** Writes until `alive` says that the Worker is gone. */
  async stream(origin: string, race: string, alive: () => boolean): Promise<void> {
    while (alive()) {
      const answer = await this.#send(origin, race).catch(() => null);
      if (answer === null) {
        // A refused connection costs nothing to try again, so it must not become a busy loop.
        await wait(PAUSE_MS);
        continue;
      }
      this.acknowledged.push(answer);
      this.#sent += 1;
    }
  }

  async #send(origin: string, race: string): Promise<Acknowledged | null> {
    const poll = `${this.#name}-${this.#sent % POLLS_PER_WRITER}`;
    // Never what was there before, so that every write is a revision.
    const share = 1 + (this.#sent % 480) / 10;
    const key = `${this.#name}-${this.#sent}`;
    const response = await fetch(`${origin}/v1/races/${race}/desk/polls`, {
      method: "POST",
      headers: { Authorization: `Bearer ${this.#token}`, "Idempotency-Key": key },
      body: JSON.stringify({ polls: [pollOf(poll, share)] }),
    });
    const { status } = response;
    const body = (await response.json()) as { revision: number; hash: string };
    if (status === 409 || status === 429) return null;
    if (status !== 200) throw new UnexpectedAnswer(status, JSON.stringify(body));
    return { key, poll, share, revision: body.revision, hash: body.hash };
  }
}

/** An answer that is a fault of the desk, not of the kill. */
export class UnexpectedAnswer extends Error {
  constructor(status: number, body: string) {
    super(`${status}: ${body}`);
  }
}

function pollOf(id: string, share: number) {
  return {
    id,
    survey: id,
    pollster: "TEST Pollster",
    field: { middle: "2020-06-01" },
    shares: [{ candidate: "a", share }],
    source: "s",
  };
}
