import { Agent, request as ask } from "node:http";
import fc from "fast-check";
import { operations } from "../../src/contract/operations.ts";
import { PROBLEMS } from "../../src/contract/problem.ts";
import { SOURCE_NAMES } from "../../src/race/check.ts";
import { FORMAT_NAMES } from "../../src/formats/formats.ts";
import { mint } from "../desk/desk-view.ts";
import { startBuiltWorker } from "./built-worker.ts";
import { goodBody } from "./bodies.ts";
import { type FuzzRequest, requests } from "./requests.ts";

export type FuzzReport = {
  readonly sent: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How many requests were made from each operation. */
  readonly operations: Readonly<Record<string, number>>;
  /** Answers that are a fault of ours, and requests that got none. */
  readonly failures: readonly Failure[];
};

export type Failure = { readonly why: string; readonly request: FuzzRequest };

type Answer = { readonly status: number; readonly type: string; readonly text: string };

const RACES = ["us-xx-01-fuzz", "us-xx-02-fuzz", "us-xx-03-fuzz", "us-xx-04-fuzz"] as const;
/** Each may ask a hundred times in ten seconds. */
const TOKENS = 60;
const AT_ONCE = 24;
const BATCH = 500;
const TIMEOUT_MS = 30_000;
const KEPT_FAILURES = 50;

/**
 * Sends so many random and hostile requests to a Worker of its own and looks at every answer: none
 * may have a status of 500 or more, and every refusal of the interface is a problem with a code
 * that the contract has.
 * @param seed the same one makes the same requests
 */
export async function runFuzz(
  count: number,
  seed: number,
  progress: (done: number, failures: readonly Failure[]) => void = () => undefined,
): Promise<FuzzReport> {
  const minted = await Promise.all(
    Array.from({ length: TOKENS }, (_, i) => mint(`fuzz${i}`, ["read", "publish", "approve"])),
  );
  const vars = Object.fromEntries(minted.map(({ binding, secret }) => [binding, secret]));
  const worker = await startBuiltWorker(vars);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses: Record<string, number> = {};
  const byOperation: Record<string, number> = {};
  const failures: Failure[] = [];
  const arbitrary = requests(
    operations(FORMAT_NAMES),
    RACES,
    minted.map(({ token }) => token),
  );
  let sent = 0;
  try {
    for (const race of RACES) await fill(worker.origin, agent, minted[0]?.token ?? "", race);
    while (sent < count && failures.length < KEPT_FAILURES) {
      const numRuns = Math.min(BATCH, count - sent);
      const batch = fc.sample(arbitrary, { numRuns, seed: seed + sent });
      const queue = [...batch];
      const work = async () => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          const answer = await send(worker.origin, agent, next).catch((error: Error) => error);
          const status = answer instanceof Error ? "none" : String(answer.status);
          statuses[status] = (statuses[status] ?? 0) + 1;
          byOperation[next.operation] = (byOperation[next.operation] ?? 0) + 1;
          const why = answer instanceof Error ? answer.message : faultOf(next, answer);
          if (why !== null) failures.push({ why, request: next });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      sent += numRuns;
      progress(sent, failures);
    }
    return { sent, statuses, operations: byOperation, failures };
  } finally {
    agent.destroy();
    await worker.end();
  }
}

/** Puts a race with every section, so that there is something to ask for. */
async function fill(origin: string, agent: Agent, token: string, race: string): Promise<void> {
  for (const section of SOURCE_NAMES) {
    const answer = await send(origin, agent, {
      operation: "fill",
      method: "PUT",
      path: `/v1/races/${race}/desk/${section}`,
      headers: { Authorization: `Bearer ${token}` },
      body: new TextEncoder().encode(JSON.stringify(goodBody(section, race))),
    });
    if (answer.status > 202) throw new Error(`${section}: ${answer.status} ${answer.text}`);
  }
}

/** What is wrong with an answer; null where nothing is. */
function faultOf(request: FuzzRequest, { status, type, text }: Answer): string | null {
  // oEmbed wants a 501 where a format isn't made: https://oembed.com (2.3.3, Errors).
  const isOrdered = status === 501 && text.includes('"oembed_format"');
  if (status >= 500 && !isOrdered) return `${status}: ${text.slice(0, 300)}`;
  const ours = /^\/(v1\/(races|desks)|health)(\/|\?|$)/.test(request.path);
  if (status < 400 || !ours || request.method === "HEAD") return null;
  if (type !== "application/problem+json") return `${status} as ${type}: ${text.slice(0, 300)}`;
  const { code } = JSON.parse(text) as { readonly code: string };
  return Object.hasOwn(PROBLEMS, code) ? null : `${status} with the unknown code ${code}`;
}

/** Sent once more where the connection had been closed: a refused body ends it for the next one. */
async function send(origin: string, agent: Agent, request: FuzzRequest): Promise<Answer> {
  try {
    return await sendOnce(origin, agent, request);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EPIPE" && code !== "ECONNRESET") throw error;
    return sendOnce(origin, false, request);
  }
}

function sendOnce(
  origin: string,
  agent: Agent | false,
  { method, path, headers, body }: FuzzRequest,
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const length = body === null ? {} : { "Content-Length": String(body.byteLength) };
  return new Promise<Answer>((resolve, reject) => {
    const sending = ask(
      { hostname, port, agent, method, path, headers: { ...headers, ...length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers["content-type"]?.split(";")[0] ?? "",
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sending.setTimeout(TIMEOUT_MS, () =>
      sending.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)),
    );
    sending.on("error", reject);
    sending.end(body ?? undefined);
  });
}
