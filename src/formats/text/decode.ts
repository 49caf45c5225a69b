import { fault, type ReadResult } from "./faults.ts";

/** Files that aren't text, by their first bytes, and what to send instead. */
const NOT_TEXT: readonly { readonly bytes: readonly number[]; readonly message: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], message: "is a PDF: send the data behind it as CSV" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], message: "is an old Excel workbook: save it as CSV UTF-8" },
  { bytes: [0x1f, 0x8b], message: "is gzipped: unpack it first" },
];

/** A file's text: UTF-8, or UTF-16 that says so in its first two bytes. Nothing is guessed. */
export function decodeText(bytes: Uint8Array): ReadResult<string> {
  const other = NOT_TEXT.find((kind) => kind.bytes.every((byte, i) => bytes[i] === byte));
  if (other) return { ok: false, faults: [fault(`the file ${other.message}`)] };
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const encoding = utf16
    ? "utf-16le"
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? "utf-16be"
      : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { ok: true, value: text, warnings: [] };
  } catch {
    return {
      ok: false,
      faults: [
        fault(
          `the file isn't ${encoding.toUpperCase()} text: save it as UTF-8 (in Excel: CSV UTF-8)`,
          placeOfDamage(bytes, encoding),
        ),
      ],
    };
  }
}

/** The first place that can't be decoded; the decoder marks it with U+FFFD. */
function placeOfDamage(bytes: Uint8Array, encoding: string): { line: number; column: null } {
  const before = new TextDecoder(encoding).decode(bytes).split("\uFFFD", 1)[0] ?? "";
  return { line: before.split(/\r\n|\r|\n/).length, column: null };
}
