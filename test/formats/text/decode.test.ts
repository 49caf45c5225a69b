import { expect, test } from "vitest";
import { decodeText } from "../../../src/formats/text/decode.ts";

/** Text in one byte a letter, as Windows and latin alphabets have them. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const XML = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<Region>Peña</Region>';

test("text that isn't UTF-8 is refused with a word of it as Windows would read it", () => {
  expect(decodeText(latin("id,pollster\na,Encuestas Peña,x\n"))).toEqual({
    ok: false,
    faults: [
      {
        line: 2,
        column: null,
        field: null,
        message:
          'the file isn\'t UTF-8 text: save it as UTF-8 (in Excel: CSV UTF-8). If "Encuestas Peña" is right there, say encoding windows-1252 (--encoding windows-1252)',
      },
    ],
  });
});

test("an encoding that people name is read", () => {
  const named = (byte: number, encoding: "windows-1252" | "macintosh") =>
    decodeText(new Uint8Array([0x50, 0x65, byte, 0x61]), encoding);
  expect(named(0xf1, "windows-1252")).toMatchObject({ ok: true, value: "Peña" });
  expect(named(0x96, "macintosh")).toMatchObject({ ok: true, value: "Peña" });
  expect(named(0x80, "windows-1252")).toMatchObject({ ok: true, value: "Pe€a" });
});

test("a byte order mark is stronger than what anybody says", () => {
  const utf8 = new TextEncoder().encode("\uFEFFPeña");
  expect(decodeText(utf8, "windows-1252")).toMatchObject({ ok: true, value: "Peña" });
});

test("XML is read in the encoding that it declares, or told that nobody knows it", () => {
  expect(decodeText(latin(XML))).toMatchObject({ ok: true, value: XML });
  const utf8 = new TextEncoder().encode(XML.replace("ISO-8859-1", "utf-8"));
  expect(decodeText(utf8)).toMatchObject({ value: expect.stringContaining("Peña") });
  expect(decodeText(latin(XML.replace("ISO-8859-1", "klingon")))).toMatchObject({
    faults: [{ line: 1, message: expect.stringMatching(/encoding is klingon, which isn't read/) }],
  });
  // Whoever converts a file to UTF-8 may forget the declaration; single bytes are no UTF-16.
  expect(decodeText(latin(XML.replace("ISO-8859-1", "UTF-16").replace("ñ", "n")))).toMatchObject({
    ok: true,
  });
});

test("UTF-16 without its mark is told by the zeros beside its letters", () => {
  const text = "pollster,share\nEncuestas Peña,48\n";
  const bytes = (first: number, second: number) =>
    Uint8Array.from(
      [...text].flatMap((letter) => {
        const code = letter.charCodeAt(0);
        const pair = [code % 256, code >> 8];
        return [pair[first] ?? 0, pair[second] ?? 0];
      }),
    );
  expect(decodeText(bytes(0, 1))).toMatchObject({ ok: true, value: text });
  expect(decodeText(bytes(1, 0))).toMatchObject({ ok: true, value: text });
});
