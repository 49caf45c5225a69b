import { setTimeout as sleep } from "node:timers/promises";
import { deskProblem } from "./desk-problem.ts";
import { CliProblem } from "../problem.ts";

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;

export type WorkerRequest = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit["body"]>;
  /** Sent again after a failure: only for what has an idempotency key. */
  readonly patient?: boolean;
};

/**
 * Asks a Worker, and again where that can help. Statuses of 400 and more that aren't `expected`
 * are thrown as a `CliProblem`, and so is silence. Nothing else in this folder fetches.
 */
export async function askWorker(
  url: string,
  request: WorkerRequest = {},
  expected: readonly number[] = [],
): Promise<Response> {
  const { patient = false } = request;
  for (let attempt = 1; ; attempt++) {
    const last = attempt === ATTEMPTS;
    const response = await once(url, request).catch((error: unknown) => {
      if (patient && !last) return null;
      throw unreachable(url, error);
    });
    if (response && (response.ok || expected.includes(response.status))) return response;
    if (response && (last || !isPassing(response.status, patient)))
      throw await deskProblem(response);
    const asked = Number(response?.headers.get("Retry-After") ?? 0) * 1000;
    await sleep(Math.min(asked || FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_WAIT_MS));
  }
}

function once(url: string, { method = "GET", headers = {}, body }: WorkerRequest) {
  return fetch(url, {
    method,
    headers: { ...headers },
    // A redirect could carry the token to somebody else.
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body !== undefined && { body }),
  });
}

/** What may be gone when asked again: too many requests, a first request that still runs, a hiccup. */
function isPassing(status: number, patient: boolean): boolean {
  return status === 429 || (patient && (status === 409 || status >= 500));
}

function unreachable(url: string, error: unknown): CliProblem {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const reason =
    cause instanceof Error && "code" in cause
      ? String(cause.code)
      : String((cause as Error).message);
  return new CliProblem(
    "refused",
    `nothing answers at ${new URL(url).origin} (${reason}): start the Worker (npm start), or name another with --url or TOPLINE_URL`,
  );
}
