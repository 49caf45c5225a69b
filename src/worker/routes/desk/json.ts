import { JSON_TYPE } from "../../store/stored-value.ts";

/** Bytes that are JSON already, as an answer that nobody keeps. */
export function jsonBytes(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(bytes, {
    headers: { "Content-Type": JSON_TYPE, "Cache-Control": "no-store", ...headers },
  });
}

/**
 * `{ …entry, "content": body }`, without taking the body apart: it may be megabytes of JSON.
 * @param body UTF-8 JSON; null where there is none
 */
export function withContent(
  entry: object,
  body: Uint8Array | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const head = JSON.stringify({ ...entry, content: null });
  const content = body ?? new TextEncoder().encode("null");
  const before = new TextEncoder().encode(head.slice(0, -"null}".length));
  const whole = new Uint8Array(before.byteLength + content.byteLength + 1);
  whole.set(before);
  whole.set(content, before.byteLength);
  whole.set(new TextEncoder().encode("}"), whole.byteLength - 1);
  return jsonBytes(whole, headers);
}
