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
  const found = await Promise.all(
    files.map(async ([file]) => {
      const hash = createHash("sha384").update(await readFile(join(FOLDER, file)));
      return [file, { integrity: `sha384-${hash.digest("base64")}` }] as const;
    }),
  );
  expect(found).toEqual(files);
});
