import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { program } from "../../src/cli/program.ts";
import { page, ROOT } from "./manual.ts";

const { scripts } = JSON.parse(await page("package.json")) as { readonly scripts: object };
const names = await readdir(join(ROOT, "docs"));
const paths = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...names.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`),
];
const pages = new Map(
  await Promise.all(paths.map(async (path) => [path, await page(path)] as const)),
);

test.each(paths)("every link in %s leads somewhere", (path) => {
  const text = pages.get(path) ?? "";
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
  const dead = links.filter(([, file = "", anchor]) => {
    const target = file === "" ? path : join(dirname(path), file);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(pages.get(target) ?? "").includes(anchor);
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});

test.each(paths)("every file, script and command that %s names exists", (path) => {
  const text = pages.get(path) ?? "";
  const files = [...text.matchAll(/`((?:src|test|scripts|bench|docs|races|public)\/[\w./-]+)`/g)];
  expect(files.map(([, file = ""]) => file).filter(isMissing)).toEqual([]);
  const run = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script = ""]) => script);
  expect(run.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  const commands = [...text.matchAll(/topline -- ([a-z]+)|`topline ([a-z]+)\b/g)];
  expect(
    commands.map(([, a, b]) => a ?? b).filter((name) => !COMMANDS.includes(name ?? "")),
  ).toEqual([]);
});

const COMMANDS = program(() => {
  throw new Error("nothing is run here");
}).commands.map((command) => command.name());

/** Files that only a build or a release makes. */
const MADE = ["public/w", "public/w/releases.json"];

function isMissing(file: string): boolean {
  return !MADE.includes(file) && !existsSync(join(ROOT, file));
}

/** Where GitHub lets a link point to: headings in lower case, with hyphens, without signs. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}
