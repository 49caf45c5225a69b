import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UNUSED_IN_PREACT } from "../../scripts/bundle.ts";

const SOURCES = join(import.meta.dirname, "../../src");

test("no card uses what is taken out of Preact", () => {
  const files = globSync("{cards,widget}/**/*.tsx", { cwd: SOURCES });
  expect(files.length).toBeGreaterThan(20);
  // Promises have a `then` too: what counts is whether a component throws one, which none may.
  const names = UNUSED_IN_PREACT.filter((name) => name !== "then");
  const used = files.flatMap((file) => {
    const text = readFileSync(join(SOURCES, file), "utf8");
    return names
      .filter((name) => new RegExp(`\\b${name}\\b`).test(text))
      .map((n) => `${file}: ${n}`);
  });
  expect(used).toEqual([]);
});
