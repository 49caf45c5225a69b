import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { isZip, unzipOne } from "../../../src/formats/text/unzip.ts";
import { cpuTimeMs, HANG_MS } from "../cpu-time.ts";

const text = (zip: Uint8Array) => {
  const result = unzipOne(zip);
  return result.ok
    ? `${result.value.name}: ${new TextDecoder().decode(result.value.bytes)}`
    : (result.faults[0]?.message ?? "");
};

test("the only file is taken, or Clarity's among others", () => {
  expect(text(zipSync({ "a.csv": strToU8("x") }))).toBe("a.csv: x");
  expect(text(zipSync({ "a.csv": [strToU8("stored"), { level: 0 }] }))).toBe("a.csv: stored");
  const clarity = { "read.me": strToU8("no"), sub: { "detail.xml": strToU8("<a/>") } };
  expect(text(zipSync({ ...clarity, __MACOSX: { "._a": strToU8("no") } }))).toBe(
    "sub/detail.xml: <a/>",
  );
  expect(text(zipSync({ "summary.json": strToU8("[]"), "b.json": strToU8("{}") }))).toBe(
    "summary.json: []",
  );
});

test("several files, none, and damage are refused in words", () => {
  expect(text(zipSync({ "a.csv": strToU8("x"), "b.csv": strToU8("y") }))).toContain(
    "(a.csv, b.csv)",
  );
  expect(text(zipSync({ __MACOSX: { x: strToU8("no") } }))).toBe("the zip holds no file");
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}`, strToU8("x")]));
  expect(text(zipSync(many))).toContain("more than 1000 files");
  const good = zipSync({ "a.csv": strToU8("one two three one two three one two three") });
  expect(isZip(good)).toBe(true);
  for (let length = 4; length < good.length; length += 1) {
    expect(unzipOne(good.subarray(0, length)).ok).toBe(false);
  }
});

/** A zip whose headers claim that what is inside unpacks to `claimed` bytes. */
function claiming(zip: Uint8Array, claimed: number): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  const directory = view.getUint32(lying.length - 6, true);
  view.setUint32(22, claimed, true);
  view.setUint32(directory + 24, claimed, true);
  return lying;
}

test("a zip bomb is refused at once, and not unpacked far when it lies about its size", () => {
  const bomb = zipSync({ "detail.xml": new Uint8Array(32 * 1024 * 1024) });
  const honest = cpuTimeMs(() => expect(text(bomb)).toContain("unpacks to more than"));
  expect(honest).toBeLessThan(HANG_MS / 10);
  const lying = cpuTimeMs(() =>
    expect(text(claiming(bomb, 1000))).toContain("unpacks to more than"),
  );
  expect(lying).toBeLessThan(HANG_MS);
});
