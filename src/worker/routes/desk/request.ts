import type { Context } from "hono";
import { line } from "../../../race/schema/common.ts";
import { sha256 } from "../../desk/storage/digest.ts";
import type { Terms } from "../../desk/writes/terms.ts";
import type { DeskEnv } from "../../auth/desk-auth.ts";
import { deskProblem } from "./problem.ts";

export const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_KEY_LENGTH = 255;

/**
 * The whole body, or the answer to one that is too large. Stops reading at the limit, whatever
 * length was announced.
 */
export async function readFile(request: Request): Promise<Uint8Array | Response> {
  if (Number(request.headers.get("Content-Length") ?? 0) > MAX_BODY_BYTES) return tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > MAX_BODY_BYTES) return tooLarge();
    parts.push(part);
  }
  const file = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    file.set(part, offset);
    offset += part.byteLength;
  }
  return file;
}

const TERMS = ["note", "correction", "dry_run"];

/**
 * What a request says beside its body, or the answer to one that can't be understood.
 * @param more what else its query may say
 */
export async function readTerms(
  c: Context<DeskEnv>,
  file: Uint8Array,
  more: readonly string[] = [],
): Promise<Terms | Response> {
  const misunderstood = refuseQuery(c, [...TERMS, ...more]);
  if (misunderstood !== null) return misunderstood;
  const texts: Record<"note" | "correction", string | null> = { note: null, correction: null };
  for (const name of ["note", "correction"] as const) {
    const given = c.req.query(name);
    if (given === undefined) continue;
    const text = line.safeParse(given);
    if (!text.success)
      return deskProblem("bad_request", `?${name}= must be a line of at most 300 characters.`);
    texts[name] = text.data;
  }
  const key = c.req.header("Idempotency-Key")?.trim();
  if (key !== undefined && (key === "" || key.length > MAX_KEY_LENGTH))
    return deskProblem("bad_request", `Idempotency-Key must be 1 to ${MAX_KEY_LENGTH} characters.`);
  const asked = c.req.query("dry_run");
  if (asked !== undefined && asked !== "1" && asked !== "0")
    return deskProblem("bad_request", "?dry_run= is 1 or 0.");
  const dryRun = asked === "1";
  const token = c.get("token");
  const { pathname, search } = new URL(c.req.url);
  const ifMatch = c.req.header("If-Match");
  const ifNoneMatch = c.req.header("If-None-Match")?.trim();
  const rest = [
    search,
    ifMatch ?? "",
    ifNoneMatch ?? "",
    c.req.header("Content-Type") ?? "",
    await sha256(file),
  ];
  return {
    author: token,
    ifMatch: ifMatch === undefined ? null : parseIfMatch(ifMatch),
    mustBeNew: ifNoneMatch === "*",
    ...texts,
    dryRun,
    idempotency:
      key === undefined || dryRun
        ? null
        : {
            scope: `${token} ${c.req.method} ${pathname}`,
            key,
            fingerprint: await sha256(JSON.stringify(rest)),
          },
  };
}

/**
 * The answer to a request whose query says what means nothing at this address, or says something
 * twice: a misspelt `?dry_run=1` would store, and a misspelt `?correction=` would be lost.
 */
export function refuseQuery(c: Context<DeskEnv>, known: readonly string[]): Response | null {
  const given = Object.entries(c.req.queries());
  const stranger = given.find(([name]) => !known.includes(name));
  if (stranger !== undefined) {
    const names = known.map((name) => `?${name}=`).join(", ");
    const detail = `?${stranger[0]}= means nothing here. Use ${names === "" ? "none" : names}.`;
    return deskProblem("bad_request", detail);
  }
  const twice = given.find(([, values]) => values.length > 1);
  return twice === undefined
    ? null
    : deskProblem("bad_request", `?${twice[0]}= is there twice. Keep one.`);
}

/** The tags of the header with their quotes; weak ones keep their mark, and so never match. */
function parseIfMatch(header: string): readonly string[] | "*" {
  return header.trim() === "*" ? "*" : (header.match(/(?:W\/)?"[^"]*"/g) ?? []);
}

function tooLarge(): Response {
  return deskProblem("too_large", `A body may have ${MAX_BODY_BYTES} bytes, 5 MB.`);
}
