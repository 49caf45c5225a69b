import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "./build.ts";
import { isUnsaid, sayReleased } from "./changelog.ts";
import {
  readReleases,
  type Release,
  type ReleaseList,
  withRelease,
  writeReleases,
} from "./release-list.ts";

// npm run release -- <version>
// Makes a release in one step: builds the script, keeps its files under public/w for good, gives
// the CHANGELOG's entry its version, commits and tags. It pushes nothing.

/** What a release changes beside the script's own files. */
const RECORDS = ["public/w/releases.json", "CHANGELOG.md"];
const NUMBERED = ["package.json", "package-lock.json"];

type Where = {
  /** The checkout: CHANGELOG.md, package.json and public. */
  readonly root: string;
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
};

/**
 * Writes down what this checkout's script is, as a release, and gives the paths that it changed.
 * @throws {Error} when the version isn't a new one, or the CHANGELOG says nothing about it; then
 * nothing is changed
 */
export async function release({ root, version, date }: Where): Promise<readonly string[]> {
  const folder = join(root, "public");
  const releases = await readReleases(folder);
  refuseOld(version, releases);
  const changelog = await readFile(join(root, "CHANGELOG.md"), "utf8");
  if (isUnsaid(changelog, version))
    throw new Error(`CHANGELOG.md says nothing about ${version}: what do users notice?`);
  const { script, packs } = await build({ folder });
  const files = [script, ...Object.values(packs)];
  const grown = withRelease(releases, {
    version,
    date,
    script: script.file,
    files: Object.fromEntries(files.map(({ file, integrity }) => [file, { integrity }])),
  });
  await writeReleases(folder, grown);
  const said = sayReleased(changelog, grown.at(-1) as Release);
  await writeFile(join(root, "CHANGELOG.md"), said);
  for (const name of NUMBERED) await setVersion(join(root, name), version);
  return [...files.map(({ file }) => `public/w/${file}`), ...RECORDS, ...NUMBERED];
}

async function setVersion(path: string, version: string): Promise<void> {
  const config = JSON.parse(await readFile(path, "utf8")) as Numbered;
  config.version = version;
  const own = config.packages?.[""];
  if (own) own.version = version;
  await writeFile(path, `${JSON.stringify(config, null, 2)}\n`);
}

/** package.json, and the lock file, which has the version twice. */
type Numbered = { version: string; packages?: Record<string, { version?: string }> };

function refuseOld(version: string, releases: ReleaseList): void {
  const parts = numbersOf(version);
  if (parts.length !== 3 || parts.some((part) => !Number.isInteger(part)))
    throw new Error(`"${version}" is no version: write 1.2.3`);
  for (const { version: old } of releases) {
    const before = numbersOf(old);
    const first = parts.findIndex((part, i) => part !== before[i]);
    if (first === -1) throw new Error(`${version} is released; what was released stays as it is`);
    if ((parts[first] ?? 0) < (before[first] ?? 0))
      throw new Error(`${old} is released already, and ${version} is older`);
  }
}

function numbersOf(version: string): number[] {
  return /^\d+\.\d+\.\d+$/.test(version) ? version.split(".").map(Number) : [];
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  const git = (...words: string[]) => execFileSync("git", words, { cwd: root, encoding: "utf8" });
  try {
    const [version = "", ...more] = process.argv.slice(2);
    if (version === "" || more.length > 0) throw new Error("npm run release -- <version>");
    const open = git("status", "--porcelain", "--", ".", ":!CHANGELOG.md");
    if (open !== "") throw new Error(`commit first; a release is what is committed\n${open}`);
    const paths = await release({ root, version, date: new Date().toISOString().slice(0, 10) });
    git("add", "--force", "--", ...paths);
    git("commit", "--message", `Release ${version}`);
    git("tag", `v${version}`);
    console.log(`Released ${version}, committed and tagged: git push origin HEAD v${version}`);
  } catch (error) {
    console.error(`release: ${(error as Error).message}`);
    process.exit(1);
  }
}
