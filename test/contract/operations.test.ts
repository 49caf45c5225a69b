import { expect, test } from "vitest";
import { operations } from "../../src/contract/operations.ts";
import { FORMAT_NAMES } from "../../src/formats/formats.ts";
import { LOG_NAMES } from "../../src/race/logs/logs.ts";
import { SECTIONS } from "../../src/race/sections/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { MemoryCache } from "../../src/worker/store/memory-cache.ts";

const OPERATIONS = operations(FORMAT_NAMES);

/** Addresses of the API as the Worker knows them, in the contract's spelling. */
function routes(): Set<string> {
  const app = createApp(new MemoryCache(), Date.now);
  const api = app.routes.filter(
    ({ path, method }) =>
      method !== "ALL" &&
      method !== "OPTIONS" &&
      /^\/((v1|health|races|embed|oembed)\b|$)/.test(path),
  );
  return new Set(api.flatMap(({ method, path }) => spell(path).map((p) => `${method} ${p}`)));
}

/** `/:section{(?:a|b)}` stands for two addresses, and `/:file` for each section and log and its table. */
function spell(path: string): string[] {
  const [pattern = "", choices = ""] = /:section\{\(\?:([^)]*)\)\}/.exec(path) ?? [];
  const each =
    pattern !== ""
      ? choices.split("|").map((choice) => path.replace(pattern, choice))
      : path.endsWith("/:file")
        ? [...SECTIONS, ...LOG_NAMES].flatMap((name) =>
            [name, `${name}.csv`].map((file) => path.replace(":file", file)),
          )
        : [path];
  return each.map((p) =>
    p
      .replaceAll(/:(\w+)/g, "{$1}")
      .replace(/\{\[[a-z0-9-]+\]\+\\(\.\w+)\}/, "$1")
      .replace(/(?<=.)\/$/, ""),
  );
}

test("the contract has every route of the Worker, and no other", () => {
  const declared = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(declared.length).toBeGreaterThan(30);
  expect(declared.toSorted()).toEqual([...routes()].toSorted());
});

test("each operation has a name of its own", () => {
  const ids = OPERATIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
});
