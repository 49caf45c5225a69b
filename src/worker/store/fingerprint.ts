/** 132 and 96 bits of a SHA-256: more than enough to tell two versions of a body apart. */
const ETAG_CHARACTERS = 22;
const FINGERPRINT_CHARACTERS = 16;

/** The strong entity tag of these very bytes, quotes included. */
export async function etagOf(bytes: Uint8Array): Promise<string> {
  return `"${(await sha256(bytes)).slice(0, ETAG_CHARACTERS)}"`;
}

/** A short hash of a text, for telling whether it changed. */
export async function fingerprint(text: string): Promise<string> {
  return (await sha256(encode(text))).slice(0, FINGERPRINT_CHARACTERS);
}

/** The text as UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
