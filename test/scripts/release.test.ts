import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isUnsaid, sayReleased, sealsIn } from "../../scripts/changelog.ts";
import { release } from "../../scripts/release.ts";
import { readReleases, withRelease, writeReleases } from "../../scripts/release-list.ts";

/** It bundles the script, which takes a busy machine long. */
const BUILD_TIMEOUT_MS = 60_000;
const DATE = "2026-12-01";
const UNRELEASED = "# Changelog\n\n## Unreleased\n\n- Cards have a new colour.\n";
const OLD = {
  version: "1.2.3",
  date: "2026-11-01",
  script: "topline.old.js",
  files: { "topline.old.js": { integrity: "sha384-old" } },
};

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "topline-release-"));
  await mkdir(join(root, "public/w"), { recursive: true });
  await writeReleases(join(root, "public"), withRelease([], OLD));
  await writeFile(join(root, "public/w/topline.old.js"), "old");
  await writeFile(join(root, "CHANGELOG.md"), UNRELEASED);
  for (const name of ["package.json", "package-lock.json"])
    await cp(join(import.meta.dirname, "../..", name), join(root, name));
});
afterEach(() => rm(root, { recursive: true }));

const read = (name: string) => readFile(join(root, name), "utf8");
const recorded = () => readReleases(join(root, "public"));

test(
  "a release is a version, an entry of the CHANGELOG, and files that stay",
  { timeout: BUILD_TIMEOUT_MS },
  async () => {
    const paths = await release({ root, version: "1.3.0", date: DATE });
    const [old, added, ...more] = await recorded();
    expect(more).toEqual([]);
    expect(old).toMatchObject(OLD);
    expect(await read("public/w/topline.old.js")).toBe("old");
    expect(added).toMatchObject({ version: "1.3.0", date: DATE });
    expect(await read(`public/w/${added?.script}`)).toBe(await read("public/topline.js"));
    for (const file of Object.keys(added?.files ?? {})) {
      expect(paths).toContain(`public/w/${file}`);
      expect(await read(`public/w/${file}`)).not.toBe("");
    }
    const changelog = await read("CHANGELOG.md");
    expect(changelog).toContain("- Cards have a new colour.");
    expect(changelog).not.toContain("Unreleased");
    expect(sealsIn(changelog)).toEqual([["1.3.0", added?.seal]]);
    expect(JSON.parse(await read("package.json"))).toMatchObject({ version: "1.3.0" });
    expect(JSON.parse(await read("package-lock.json"))).toMatchObject({
      version: "1.3.0",
      packages: { "": { version: "1.3.0" } },
    });
  },
);

test.each([
  ["1.2.3", "1.2.3 is released; what was released stays as it is"],
  ["1.2.2", "1.2.3 is released already, and 1.2.2 is older"],
  ["1.3", '"1.3" is no version: write 1.2.3'],
  ["v1.3.0", '"v1.3.0" is no version: write 1.2.3'],
])("%s is refused, and nothing is changed", async (version, message) => {
  const before = await recorded();
  await expect(release({ root, version, date: DATE })).rejects.toThrow(message);
  expect(await recorded()).toEqual(before);
  expect(await read("CHANGELOG.md")).toBe(UNRELEASED);
});

test.each([
  ["without an entry", "# Changelog\n\n## 1.2.3\n\n- Cards work.\n"],
  ["with an empty entry", "# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- Cards work.\n"],
])("a version %s in the CHANGELOG is refused", async (_case, changelog) => {
  await writeFile(join(root, "CHANGELOG.md"), changelog);
  const before = await recorded();
  await expect(release({ root, version: "1.3.0", date: DATE })).rejects.toThrow(
    "CHANGELOG.md says nothing about 1.3.0: what do users notice?",
  );
  expect(await recorded()).toEqual(before);
});

test("an entry that has its version already is taken as it is", () => {
  const entry = "# Changelog\n\n## 1.3.0\n\n- Cards have a new colour.\n";
  const [made] = withRelease([], { ...OLD, version: "1.3.0" });
  expect(isUnsaid(entry, "1.3.0")).toBe(false);
  expect(made && sealsIn(sayReleased(entry, made))).toEqual([["1.3.0", made?.seal]]);
});
