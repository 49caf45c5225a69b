import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Releases } from "../../scripts/build.ts";

const FOLDER = join(import.meta.dirname, "../../public/w");

test("every file that was ever released is there, byte for byte: articles pin it", async () => {
  const releases = JSON.parse(await readFile(join(FOLDER, "releases.json"), "utf8")) as Releases;
  const files = Object.entries(releases);
  expect(files.length).toBeGreaterThan(0);
  for (const [file, { integrity }] of files) {
    const bytes = await readFile(join(FOLDER, file));
    expect(`sha384-${createHash("sha384").update(bytes).digest("base64")}`, file).toBe(integrity);
  }
});
