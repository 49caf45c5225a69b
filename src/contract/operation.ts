import type { z } from "zod";
import type { TokenScope } from "./desk/token.ts";

/** Groups of operations, as readers of the description meet them. */
export const TAGS = {
  Races: "What readers get: the list of races, a race, its sections in full.",
  Boards: "Lists of races in one document each.",
  Publications: "What readers saw, and when.",
  Pages: "Cards and races as HTML, for frames, for pages without scripts, and for people.",
  Desk: "Where editors work on a race. A token is needed.",
  Service: "Whether this Topline is well.",
} as const;

/** One thing that can be asked of the HTTP interface, by one method at one address. */
export type Operation = {
  /** Names the operation for code generators. */
  readonly id: string;
  readonly method: "get" | "put" | "post" | "delete";
  /** With `{id}`, `{n}`, `{h}` and `{p}` where the parameters of `PATH_PARAMETERS` go. */
  readonly path: string;
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  /** What the token must be good for; null where none is needed. */
  readonly scope: TokenScope | null;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: Body;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses of the problems it may answer with. */
  readonly problems: readonly ProblemStatus[];
};

/** What a request carries: JSON, or a file in one of these media types. */
export type Body = { readonly json: z.ZodType; readonly files: readonly string[] };

export type Answer = {
  readonly description: string;
  /** Absent: no body. */
  readonly content?: { readonly mediaType: string; readonly schema: z.ZodType | null };
  /** Its name among the parts of the description, where several operations share it. */
  readonly id?: string;
};

export const JSON_TYPE = "application/json";
export const PROBLEM_TYPE = "application/problem+json";

/** An answer in JSON. */
export function json(description: string, schema: z.ZodType): Answer {
  return { description, content: { mediaType: JSON_TYPE, schema } };
}

export const NOT_MODIFIED: Answer = { description: "You have it already (If-None-Match)." };

/** Why an operation may say no, by status. */
export const PROBLEM_STATUSES = {
  400: "The address or the request can't be understood.",
  401: "No token, or one that nobody has.",
  403: "A token without this scope, or not for this race.",
  404: "There is no such thing.",
  409: "The first request with this Idempotency-Key still runs.",
  413: "The body is larger than 5 MB.",
  422: "The file has faults, each with line and column, or the Idempotency-Key was used for another request. Nothing was changed.",
  429: "Too many requests from this address or with this token.",
  451: "A law forbids to show these figures now.",
  501: "That format isn't made.",
  503: "The store can't be reached, and there is no last good copy.",
} as const;
export type ProblemStatus = keyof typeof PROBLEM_STATUSES;
