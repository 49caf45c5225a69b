import type { Answer, Readings } from "./readings.ts";

/** What must differ from run to run, as it is said to people. */
export const IGNORED = [
  "moments within the run",
  "etag, date, and the origin in addresses",
  "how the contract is written down (only its fields are compared)",
] as const;

const HEADERS = ["date", "etag", "age", "content-length", "connection", "keep-alive"];
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/** An answer without what must differ from run to run. */
export function comparable(answer: Answer, run: Readings["run"]): Answer {
  const headers = Object.entries(answer.headers).filter(([name]) => !HEADERS.includes(name));
  return { ...answer, headers: Object.fromEntries(headers), body: bare(answer.body) };

  function bare(value: unknown): unknown {
    if (typeof value === "string") return isOfTheRun(value) ? "a moment of the run" : value;
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([name]) => name !== "etag");
    return Object.fromEntries(kept.map(([name, each]) => [name, bare(each)]));
  }

  function isOfTheRun(text: string): boolean {
    if (!MOMENT.test(text)) return false;
    const at = Date.parse(text);
    return at >= run.from && at <= run.to;
  }
}
