import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SECTIONS } from "../../src/race/sections/index.ts";
import { LANGUAGE_TAGS } from "../../src/wording/languages.ts";
import { ROOT, type SourceFile, sourceFiles } from "./source-files.ts";

const files = await sourceFiles();

/** A file that names them all is, most likely, one more list of sections. */
const NAMED = ["polls", "turnout", "results", "money"];
const MAX_FILES_NAMING_ALL = 4;
const LANGUAGE_REGISTRY = "src/wording/registry.ts";

test("sections are written down in their registry, and hardly anywhere else", () => {
  expect(SECTIONS).toEqual(expect.arrayContaining(NAMED));
  const lists = files
    .filter(({ path }) => !/^src\/(race\/sections|wording)\//.test(path))
    .filter(({ text }) => NAMED.every((name) => new RegExp(`\\b${name}\\b`).test(text)));
  expect(
    lists.length,
    `all sections are named in ${lists.map(({ path }) => path).join(", ")}`,
  ).toBeLessThanOrEqual(MAX_FILES_NAMING_ALL);
});

test("each folder of a language is in the registry, which alone lists them", async () => {
  const entries = await readdir(join(ROOT, "src/wording"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.toSorted()).toEqual([...LANGUAGE_TAGS].toSorted());
  const lists = files.filter((file) => tagsIn(file).length > 1).map(({ path }) => path);
  expect(lists).toEqual([LANGUAGE_REGISTRY]);
});

/** The languages that a file names as a text, a key, or an export. */
function tagsIn({ text }: SourceFile): readonly string[] {
  return LANGUAGE_TAGS.filter((tag) =>
    new RegExp(`["']${tag}["']|(?<![\\w$.-])${tag}\\??:|\\* as ${tag} from`).test(text),
  );
}
