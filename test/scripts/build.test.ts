import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, type Built, type Manifest } from "../../scripts/build.ts";

let folder: string;
let built: Built;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-build-"));
  await mkdir(join(folder, "w"));
  const before: Manifest = {
    latest: "topline.tried.js",
    copies: {
      "topline.released.js": { integrity: "sha384-released", kept: true },
      "topline.tried.js": { integrity: "sha384-tried", kept: false },
    },
  };
  await writeFile(join(folder, "w/manifest.json"), JSON.stringify(before));
  for (const name of Object.keys(before.copies)) await writeFile(join(folder, "w", name), "");
  built = await build({ folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (name: string) => readFile(join(folder, name), "utf8");
const manifest = async () => JSON.parse(await read("w/manifest.json")) as Manifest;

test("the pinned copy is the floating script, under a name of its content and its integrity", async () => {
  const code = await read("topline.js");
  expect(await read(`w/${built.file}`)).toBe(code);
  expect(built.file).toMatch(/^topline\.[0-9a-f]{12}\.js$/);
  expect(built.integrity).toBe(`sha384-${createHash("sha384").update(code).digest("base64")}`);
  const { latest, copies } = await manifest();
  expect(latest).toBe(built.file);
  expect(copies[built.file]).toEqual({ integrity: built.integrity, kept: false });
});

test("a released copy never goes away, one that was only tried does", async () => {
  const { copies } = await manifest();
  expect(Object.keys(copies).toSorted()).toEqual([built.file, "topline.released.js"].toSorted());
  expect((await readdir(join(folder, "w"))).toSorted()).toEqual(
    [built.file, "manifest.json", "topline.released.js"].toSorted(),
  );
});

test("keeping a copy outlasts building it again", async () => {
  await build({ folder, keep: true });
  await build({ folder });
  expect((await manifest()).copies[built.file]).toEqual({ integrity: built.integrity, kept: true });
});

test("the same sources give the same bytes", async () => {
  expect(await build({ folder })).toEqual(built);
});

test("the script brings neither the schema's library nor a source map along", async () => {
  const code = await read("topline.js");
  expect(code).not.toMatch(/sourceMappingURL|zod|must be a date/i);
  expect(code).toContain("light-dark(");
});
