import type { StoredValue } from "../store/stored-value.ts";
import { pageHeaders } from "./page-headers.ts";
import { respond } from "./respond.ts";

const STYLES = /<style[^>]*>([^<]*)<\/style>/g;

/**
 * A stored page as the answer to a GET: like any stored bytes, with the policy that lets in the
 * very styles that are written into it.
 * @param allow whose pages may show it in a frame, and where its forms may go
 */
export async function respondPage(
  request: Request,
  stored: StoredValue,
  allow: Omit<Parameters<typeof pageHeaders>[0], "styles"> = {},
): Promise<Response> {
  const answer = respond(request, {}, stored);
  const headers = pageHeaders({ ...allow, styles: await stylesOf(stored) });
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  // A page isn't data that other pages read.
  answer.headers.delete("Access-Control-Allow-Origin");
  return answer;
}

/** A copy lives for a while and is answered often. */
const hashes = new WeakMap<StoredValue, readonly string[]>();

async function stylesOf(stored: StoredValue): Promise<readonly string[]> {
  const known = hashes.get(stored);
  if (known) return known;
  const texts = [...new TextDecoder().decode(stored.body).matchAll(STYLES)].map(([, text]) => text);
  const found = await Promise.all([...new Set(texts)].map((text = "") => styleHash(text)));
  hashes.set(stored, found);
  return found;
}

/** A text as `style-src` names it. */
async function styleHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
