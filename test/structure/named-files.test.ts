import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, sourceFiles } from "./source-files.ts";

/** A path from the checkout's root in a comment or a message; imports are relative. */
const NAMED = /(?<![\w./-])(?:src|docs|scripts|bench|test)\/[\w./-]+\.(?:md|tsx?)\b/g;

test("every file that the sources name to their readers exists", async () => {
  const named = (await sourceFiles()).flatMap(({ path, text }) =>
    [...text.matchAll(NAMED)].map(([file]) => ({ path, file })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
});
