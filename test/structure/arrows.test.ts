import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./source-files.ts";

// The linter holds the arrows between folders; here it is shown one file for each arrow there could
// be, so that a folder without a rule, or a rule with a hole, is found.

/** `| `src/race` | what a race is | `wording` |` */
const ROW = /^\| `src\/([\w-]+)` *\|[^|]*\|([^|]*)\|$/gm;

/** What each folder of src may import, as ARCHITECTURE.md says it. */
const MAY_IMPORT = new Map(
  [...(await readFile(join(ROOT, "ARCHITECTURE.md"), "utf8")).matchAll(ROW)].map(
    ([, name = "", allowed = ""]) =>
      [name, [...allowed.matchAll(/`([\w-]+)`/g)].map(([, to = ""]) => to)] as const,
  ),
);
const FOLDERS = [...MAY_IMPORT.keys()];
/** Folders that have no I/O; the others stand at an edge. */
const PURE = FOLDERS.slice(0, 5);

let folder: string;
let found: readonly Finding[];
type Finding = { readonly code: string; readonly filename: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "topline-arrows-"));
  await cp(join(ROOT, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const to of FOLDERS) await plant(`${to}/target/thing.ts`, "export type Thing = string;");
  for (const from of FOLDERS)
    for (const to of FOLDERS.filter((name) => name !== from))
      await plant(
        `${from}/inner/to-${to}.ts`,
        `import type { Thing } from "../../${to}/target/thing.ts";\nexport type Other = Thing;`,
      );
  for (const from of PURE)
    await plant(
      `${from}/reads.ts`,
      `import { readFile } from "node:fs/promises";\nexport const read = readFile;`,
    );
  for (const from of PURE) await plant(`${from}/asks.ts`, "export const ask = () => fetch('/');");
  await plant("race/one.ts", `import type { Two } from "./two.ts";\nexport type One = Two | 1;`);
  await plant("race/two.ts", `import type { One } from "./one.ts";\nexport type Two = One | 2;`);
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "--format", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  found = (JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function plant(path: string, text: string): Promise<void> {
  const file = join(folder, "src", path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}

/** The planted files in which a rule finds something. */
function filesWith(rule: string): ReadonlySet<string> {
  const hits = found.filter(({ code }) => code.includes(rule));
  return new Set(hits.map(({ filename }) => filename.replaceAll("\\", "/")));
}

test("every folder of src is in the table, and nothing else", async () => {
  const entries = await readdir(join(ROOT, "src"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(FOLDERS.toSorted()).toEqual(folders.toSorted());
});

test.each(FOLDERS)("src/%s imports what it may, and nothing else, types included", (from) => {
  const others = FOLDERS.filter((to) => to !== from);
  const refused = filesWith("no-restricted-imports");
  const allowed = others.filter((to) => !refused.has(`src/${from}/inner/to-${to}.ts`));
  expect(allowed.toSorted()).toEqual(MAY_IMPORT.get(from)?.toSorted());
});

test.each(PURE)("src/%s reads no file and asks nobody", (from) => {
  expect(filesWith("no-restricted-imports")).toContain(`src/${from}/reads.ts`);
  expect(filesWith("no-restricted-globals")).toContain(`src/${from}/asks.ts`);
});

test("two files that import each other's types are found", () => {
  expect(filesWith("no-cycle")).toContain("src/race/one.ts");
});
