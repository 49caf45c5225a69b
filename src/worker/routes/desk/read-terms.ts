import type { Context } from "hono";
import { changeHeaders, type ChangeQuery } from "../../../contract/desk/changes.ts";
import type { DeskEnv } from "../../auth/desk-auth.ts";
import { sha256 } from "../../desk/storage/digest.ts";
import type { Terms } from "../../desk/writes/terms.ts";
import { deskProblem } from "../../http/problem.ts";

/**
 * On what terms somebody wants a change, from the query and the headers; or the answer to headers
 * that can't be understood.
 * @param file the whole body: the same idempotency key under another body is another request
 */
export async function readTerms(
  c: Context<DeskEnv>,
  { note, correction, dry_run, withdraw }: ChangeQuery,
  file: Uint8Array = new Uint8Array(),
): Promise<Terms | Response> {
  const names = Object.keys(changeHeaders.shape);
  const given = Object.fromEntries(names.map((name) => [name, c.req.header(name)?.trim()]));
  const parsed = changeHeaders.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return deskProblem("bad_request", `${issue?.path.join(".")} ${issue?.message}.`);
  }
  const { "If-Match": ifMatch, "If-None-Match": ifNoneMatch, "Idempotency-Key": key } = parsed.data;
  const token = c.get("token");
  const dryRun = dry_run === "1";
  return {
    author: token,
    ifMatch: ifMatch === undefined ? null : parseIfMatch(ifMatch),
    mustBeNew: ifNoneMatch === "*",
    note: note ?? null,
    correction: correction ?? null,
    withdraws: withdraw === "1",
    dryRun,
    idempotency: key === undefined || dryRun ? null : await idempotencyOf(c, key, file),
  };
}

/** Where a key counts, and a hash of all else in its request. */
async function idempotencyOf(
  c: Context<DeskEnv>,
  key: string,
  file: Uint8Array,
): Promise<Terms["idempotency"]> {
  const { pathname, search } = new URL(c.req.url);
  const headers = ["If-Match", "If-None-Match", "Content-Type"].map((name) => c.req.header(name));
  const rest = [search, ...headers.map((value) => value ?? ""), await sha256(file)];
  return {
    scope: `${c.get("token")} ${c.req.method} ${pathname}`,
    key,
    fingerprint: await sha256(JSON.stringify(rest)),
  };
}

/** The tags of the header with their quotes; weak ones keep their mark, and so never match. */
function parseIfMatch(header: string): readonly string[] | "*" {
  return header === "*" ? "*" : (header.match(/(?:W\/)?"[^"]*"/g) ?? []);
}
