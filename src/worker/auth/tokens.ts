import {
  tokenName,
  type TokenScope,
  type TokenSecret,
  tokenSecret,
} from "../../contract/desk/token.ts";
import { matchesGlob } from "../../contract/glob.ts";

/** What a request wants to do, and to which race; null: to none in particular. */
export type Wanted = { readonly scope: TokenScope; readonly race: string | null };

/** Who asks, as revisions name it; or why not, with the HTTP status that says so. */
export type Authorization =
  | {
      readonly ok: true;
      readonly token: string;
      /** The races the token is for, as globs. */
      readonly races: readonly string[];
    }
  | { readonly ok: false; readonly status: 401; readonly reason: "missing" | "unknown" }
  | {
      readonly ok: false;
      readonly status: 403;
      readonly reason: "scope" | "race";
      readonly token: string;
    };

type NamedToken = TokenSecret & { readonly name: string };

/** Ours have 72; hashing whatever else somebody sends needs an end. */
const MAX_TOKEN_LENGTH = 512;

/**
 * Finds the token of `Authorization: Bearer …` among the secrets `TOPLINE_TOKEN_<NAME>` of `env`
 * and asks whether it may do what is wanted. How long it takes says nothing about any token:
 * digests are compared, every one of them, each in constant time.
 */
export async function authorize(
  request: Request,
  env: object,
  wanted: Wanted,
): Promise<Authorization> {
  const bearer = bearerOf(request);
  if (bearer === null) return { ok: false, status: 401, reason: "missing" };
  const found = await findToken(bearer, readTokens(env).tokens);
  if (found === null) return { ok: false, status: 401, reason: "unknown" };
  const refused = { ok: false, status: 403, token: found.name } as const;
  const { race } = wanted;
  if (race !== null && !found.races.some((glob) => matchesGlob(glob, race)))
    return { ...refused, reason: "race" };
  if (!found.scopes.includes(wanted.scope)) return { ...refused, reason: "scope" };
  return { ok: true, token: found.name, races: found.races };
}

/** Every token that the operator has set, and the names of the bindings that hold none. */
export function readTokens(env: object): {
  readonly tokens: readonly NamedToken[];
  readonly broken: readonly string[];
} {
  const tokens: NamedToken[] = [];
  const broken: string[] = [];
  for (const [binding, value] of Object.entries(env)) {
    if (!binding.startsWith("TOPLINE_TOKEN_")) continue;
    const name = tokenName(binding);
    const secret = typeof value === "string" ? tokenSecret.safeParse(parse(value)) : null;
    if (name !== null && secret?.success) tokens.push({ ...secret.data, name });
    else broken.push(binding);
  }
  return { tokens, broken };
}

async function findToken(
  bearer: string,
  tokens: readonly NamedToken[],
): Promise<NamedToken | null> {
  const text = new TextEncoder().encode(bearer);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  let found: NamedToken | null = null;
  for (const token of tokens)
    if (crypto.subtle.timingSafeEqual(digest, bytesOf(token.sha256))) found = token;
  return found;
}

function bearerOf(request: Request): string | null {
  const header = request.headers.get("Authorization") ?? "";
  const [, bearer] = /^bearer +([\w.~+/=-]+) *$/i.exec(header) ?? [];
  return bearer === undefined || bearer.length > MAX_TOKEN_LENGTH ? null : bearer;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
