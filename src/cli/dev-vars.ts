import { readFile, writeFile } from "node:fs/promises";
import { type MintedToken, mintToken, TOKEN_SCOPES } from "../contract/desk/token.ts";

/** Where wrangler looks for the secrets of local development; git ignores it. */
export const DEV_VARS_FILE = ".dev.vars";

/** The line that holds the token itself, for this command: the Worker only needs its hash. */
const BEARER = "TOPLINE_TOKEN";

const OWNER_ONLY = 0o600;

/** The token that `topline` uses with a local Worker; null where none has been made. */
export async function readDevToken(file: string = DEV_VARS_FILE): Promise<string | null> {
  const line = (await linesOf(file)).find((l) => nameOf(l) === BEARER);
  return line === undefined ? null : unquoted(line.slice(line.indexOf("=") + 1).trim());
}

/**
 * What became of a token. `taken`: there is one of that name, and nothing was changed. Otherwise
 * `used` says whether this command uses it from now on: another token that it uses stays.
 */
export type AddedToken =
  | { readonly kind: "taken" }
  | { readonly kind: "added"; readonly used: boolean };

/**
 * Puts a token's secret where the local Worker finds it, and the token where this command does,
 * unless another stands there: that would be lost, since nobody else keeps it.
 */
export async function addDevToken(
  { token, binding, secret }: MintedToken,
  file: string = DEV_VARS_FILE,
): Promise<AddedToken> {
  const kept = [...(await linesOf(file))];
  const names = kept.map(nameOf);
  if (names.includes(binding)) return { kind: "taken" };
  const used = !names.includes(BEARER);
  while (kept.at(-1) === "") kept.pop();
  const bearer = used ? [`${BEARER}=${token}`] : [];
  const lines = [...kept, `${binding}='${JSON.stringify(secret)}'`, ...bearer, ""];
  await writeFile(file, lines.join("\n"), { mode: OWNER_ONLY });
  return { kind: "added", used };
}

/** The local token, made at first need: every scope, every race, on this machine only. */
export async function ensureDevToken(file: string = DEV_VARS_FILE): Promise<string> {
  const before = await readDevToken(file);
  if (before !== null) return before;
  for (let n = 1; ; n++) {
    const name = n === 1 ? "dev" : `dev-${n}`;
    const minted = await mintToken({ name, scopes: [...TOKEN_SCOPES], races: ["*"] }, crypto);
    if (!minted.ok) throw new Error(minted.issues.map((i) => `${i.path} ${i.message}`).join("; "));
    const { kind } = await addDevToken(minted.value, file);
    if (kind === "added") return minted.value.token;
  }
}

async function linesOf(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, "utf8")).split(/\r?\n/);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function nameOf(line: string): string {
  return /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? "";
}

function unquoted(value: string): string {
  return value.replace(/^(["'`])(.*)\1$/, "$2");
}
