import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { sealsIn } from "../../scripts/changelog.ts";
import {
  readReleases,
  type ReleasedFiles,
  type Release,
  sealOf,
} from "../../scripts/release-list.ts";

const ROOT = join(import.meta.dirname, "../..");
const LIST = "public/w/releases.json";

const releases = await readReleases(join(ROOT, "public"));
const files = releases.flatMap((release) => Object.entries(release.files));

test("every file that was ever released is there, byte for byte: articles pin it", async () => {
  expect(files.length).toBeGreaterThan(0);
  const found = await Promise.all(
    files.map(async ([file]) => {
      const hash = createHash("sha384").update(await readFile(join(ROOT, "public/w", file)));
      return [file, { integrity: `sha384-${hash.digest("base64")}` }] as const;
    }),
  );
  expect(found).toEqual(files);
});

test("every release is sealed, together with those before it, and the CHANGELOG has its seal", async () => {
  const seals = releases.map((release, i) => sealOf(release, releases[i - 1]?.seal ?? ""));
  expect(releases.map(({ seal }) => seal)).toEqual(seals);
  const changelog = await readFile(join(ROOT, "CHANGELOG.md"), "utf8");
  expect(sealsIn(changelog)).toEqual(
    releases.map(({ version, seal }) => [version, seal]).toReversed(),
  );
});

test("the newest release has the version of the package", async () => {
  const config = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as object;
  expect(config).toMatchObject({ version: releases.at(-1)?.version });
});

// A copy without git has no history to ask, and a shallow clone has a short one; the seals above
// hold there.
test.runIf(existsSync(join(ROOT, ".git")))(
  "what was released at any commit of the history is still released, unchanged",
  () => {
    const commits = git("log", "--format=%H", "--", LIST).split("\n");
    const broken = commits.filter((commit) => commit !== "" && has(commit) && !isKept(commit));
    expect(broken).toEqual([]);
  },
);

function isKept(commit: string): boolean {
  const before = JSON.parse(git("show", `${commit}:${LIST}`)) as Release[] | ReleasedFiles;
  if (Array.isArray(before)) return isDeepStrictEqual(releases.slice(0, before.length), before);
  // At first the list was one object of files.
  const now: ReleasedFiles = Object.fromEntries(files);
  return Object.entries(before).every(([file, pinned]) => isDeepStrictEqual(now[file], pinned));
}

function has(commit: string): boolean {
  return git("ls-tree", "--name-only", commit, "--", LIST) !== "";
}

function git(...words: string[]): string {
  return execFileSync("git", words, { cwd: ROOT, encoding: "utf8" });
}
