import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, type Built } from "../../scripts/build.ts";
import { CARD_NAMES, CARDS } from "../../src/cards/index.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS, LANGUAGES } from "../../src/wording/languages.ts";
import { withRelease, writeReleases } from "../../scripts/release-list.ts";

/** Under these Preact's core keeps its own on nodes and components, and other code of it finds them. */
const PREACT_NAMES = [".__k", ".__e", ".__c", ".__v"];

let folder: string;
let built: Built;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-build-"));
  await mkdir(join(folder, "w"));
  const files = { "topline.released.js": { integrity: "sha384-released" } };
  const release = { version: "1.2.3", date: "2026-11-01", script: "topline.released.js", files };
  await writeReleases(folder, withRelease([], release));
  for (const name of ["topline.released.js", "topline.tried.js"])
    await writeFile(join(folder, "w", name), "");
  built = await build({ folder });
  // A busy machine takes longer than a hook has otherwise.
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (name: string) => readFile(join(folder, name), "utf8");
const filesOf = ({ script, packs }: Built) => [script, ...Object.values(packs)];

test("the pinned copy is the floating script, under a name of its content and its integrity", async () => {
  const { file, integrity } = built.script;
  const code = await read("topline.js");
  expect(await read(`w/${file}`)).toBe(code);
  expect(file).toMatch(/^topline\.[0-9a-f]{12}\.js$/);
  expect(integrity).toBe(`sha384-${createHash("sha384").update(code).digest("base64")}`);
  expect(JSON.parse(await read("w/latest.json"))).toEqual({ file, integrity });
});

test("the script names the packs that were built with it", async () => {
  const code = await read("topline.js");
  for (const [name, { file }] of Object.entries(built.packs)) {
    const [, hash = "none"] = /^topline-[\w-]+\.([0-9a-f]{12})\.js$/.exec(file) ?? [];
    expect(file).toBe(`topline-${name}.${hash}.js`);
    expect(code).toContain(hash);
    expect((await read(`w/${file}`)).length).toBeGreaterThan(0);
  }
});

test("a released file never goes away, one that was only tried does", async () => {
  const files = filesOf(built).map(({ file }) => file);
  expect((await readdir(join(folder, "w"))).toSorted()).toEqual(
    [...files, "latest.json", "releases.json", "topline.released.js"].toSorted(),
  );
});

test("the same sources give the same bytes", async () => {
  expect(await build({ folder })).toEqual(built);
});

test("there is a pack for each card in each language that the script doesn't carry, and for what opens on touch", () => {
  const cards = CARD_NAMES.filter((name) => !CARDS[name].inScript);
  const touched = CARD_NAMES.filter((name) => CARDS[name].more);
  expect(cards.length).toBeGreaterThan(0);
  expect(touched).toContain("polls");
  expect(Object.keys(built.packs).toSorted()).toEqual(
    [
      ...LANGUAGE_TAGS.filter((tag) => tag !== FALLBACK_TAG),
      ...cards.flatMap((name) => LANGUAGE_TAGS.map((tag) => `${name}-${tag}`)),
      ...touched.flatMap((name) => LANGUAGE_TAGS.map((tag) => `${name}-more-${tag}`)),
    ].toSorted(),
  );
});

test("Preact is in the script, with its own property names, and in no pack", async () => {
  const script = await read("topline.js");
  for (const name of PREACT_NAMES) expect(script).toContain(name);
  for (const { file } of Object.values(built.packs)) {
    const pack = await read(`w/${file}`);
    expect(PREACT_NAMES.filter((name) => pack.includes(name))).toEqual([]);
    expect(pack).not.toMatch(/^import |from"|insertBefore|createElement/m);
  }
});

test("what opens on touch is in its own pack and in no other file", async () => {
  const said = LANGUAGE_TAGS.map((tag) => LANGUAGES[tag].pollsMore.methods.weighted);
  const files = filesOf(built).map(({ file }) => file);
  const codes = await Promise.all(files.map((file) => read(`w/${file}`)));
  const saying = files.filter((_, i) => said.some((words) => codes[i]?.includes(words)));
  expect(saying.toSorted()).toEqual(
    LANGUAGE_TAGS.map((tag) => built.packs[`polls-more-${tag}`]?.file).toSorted(),
  );
});

test("hooks are nowhere in the script", async () => {
  // Preact's hooks keep their state under this name; its core doesn't know it.
  expect(await read("topline.js")).not.toContain("__H");
  const hooks = createRequire(import.meta.url).resolve("preact/hooks");
  expect(await readFile(hooks, "utf8")).toContain("__H");
});

test("the script brings neither the schema's library nor a source map along", async () => {
  const code = await read("topline.js");
  expect(code).not.toMatch(/sourceMappingURL|zod|must be a date/i);
  expect(code).toContain("light-dark(");
});
