import type { Encoding } from "../../race/schema/written.ts";
import { type ReadResult, refused } from "./faults.ts";

/** Files that aren't text, by their first bytes, and what to send instead. */
const NOT_TEXT: readonly { readonly bytes: readonly number[]; readonly message: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], message: "is a PDF: send the data behind it as CSV" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: "is an old Excel workbook: save it as CSV UTF-8" },
  { bytes: [0x1f, 0x8b], message: "is gzipped: unpack it first" },
];

/**
 * A file's text: in the encoding that people name, or that an XML declaration does; UTF-16 that says
 * so in its first two bytes, or has a zero beside each of its first letters; else UTF-8. Nothing is
 * guessed: where it isn't UTF-8, the fault shows how the place would read in the encoding it may be.
 */
export function decodeText(bytes: Uint8Array, said: Encoding | null = null): ReadResult<string> {
  const other = NOT_TEXT.find((kind) => kind.bytes.every((byte, i) => bytes[i] === byte));
  if (other) return refused(`the file ${other.message}`);
  const decoder = decoderFor(bytes, said);
  if (decoder === null)
    return refused(
      `the file says its encoding is ${declared(bytes)}, which isn't read: save it as UTF-8`,
      { line: 1 },
    );
  try {
    return { ok: true, value: decoder.decode(bytes), warnings: [] };
  } catch {
    const { encoding } = decoder;
    const { line, shown } = damage(bytes, encoding);
    const hint =
      shown === null
        ? ""
        : `. If ${JSON.stringify(shown)} is right there, say encoding windows-1252 (--encoding windows-1252)`;
    const message = `the file isn't ${encoding.toUpperCase()} text: save it as UTF-8 (in Excel: CSV UTF-8)${hint}`;
    return refused(message, { line });
  }
}

/** Null where the file names an encoding that nobody here knows. */
function decoderFor(
  bytes: Uint8Array,
  said: Encoding | null,
): InstanceType<typeof TextDecoder> | null {
  const fatal = { fatal: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le", fatal);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be", fatal);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder("utf-8", fatal);
  const wide = bareUtf16(bytes);
  if (wide !== null) return new TextDecoder(wide, fatal);
  if (said !== null) return new TextDecoder(said, fatal);
  const named = declared(bytes);
  // Without the two bytes of UTF-16 it can't be what it says: text in single bytes stands there.
  if (named === null || /^utf-?16/i.test(named)) return new TextDecoder("utf-8", fatal);
  try {
    return new TextDecoder(named, fatal);
  } catch {
    return null;
  }
}

/** Letters of ASCII at the beginning that tell UTF-16 without its mark. */
const FIRST_LETTERS = 4;

function bareUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 2 * FIRST_LETTERS || bytes.length % 2 !== 0) return null;
  const [even, odd] = [0, 1].map((from) =>
    Array.from({ length: FIRST_LETTERS }, (_, i) => bytes[2 * i + from] === 0),
  );
  const [noneEven, noneOdd] = [even, odd].map((zeros) => zeros?.every((zero) => !zero));
  if (noneEven === true && odd?.every((zero) => zero)) return "utf-16le";
  return noneOdd === true && even?.every((zero) => zero) ? "utf-16be" : null;
}

/** The encoding that an XML declaration names. */
function declared(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1] ?? null;
}

/** Letters around the damage that are shown. */
const AROUND = 12;

/** The first place that can't be decoded, and its letters as Windows would show them. */
function damage(
  bytes: Uint8Array,
  encoding: string,
): { readonly line: number; readonly shown: string | null } {
  // A decoder that isn't told to fail marks the place with U+FFFD.
  const before = new TextDecoder(encoding).decode(bytes).split("\uFFFD", 1)[0] ?? "";
  const line = before.split(/\r\n|\r|\n/).length;
  if (encoding !== "utf-8") return { line, shown: null };
  const at = new TextEncoder().encode(before).length;
  const around = new TextDecoder("windows-1252").decode(
    bytes.subarray(Math.max(0, at - AROUND), at + AROUND),
  );
  const words = around.split(/[\r\n,;\t"]+/);
  const shown = words.find((word) => /[^\0-\x7f]/.test(word))?.trim() ?? null;
  return { line, shown };
}
