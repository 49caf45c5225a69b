export type Bounded =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "too_large" | "timeout" };

/**
 * Reads a body up to `maxBytes`, counted after decompression, and lets go of it as soon as it is
 * larger or the signal fires: neither a bomb nor a trickle can keep the desk. Rejects where the
 * connection breaks.
 */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Bounded> {
  if (body === null) return { ok: true, bytes: new Uint8Array() };
  const reader = body.getReader();
  const giveUp = () => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) return { ok: false, reason: "timeout" };
      if (done) return { ok: true, bytes: joined(parts, size) };
      size += value.byteLength;
      if (size > maxBytes) {
        giveUp();
        return { ok: false, reason: "too_large" };
      }
      parts.push(value);
    }
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
