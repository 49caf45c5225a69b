import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A released file, by name: `{ "topline.f9294898a1bb.js": { "integrity": "sha384-…" } }`. */
export type ReleasedFiles = Readonly<Record<string, { readonly integrity: string }>>;

export type Release = {
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The one of `files` that a pinned snippet names; the others it loads itself. */
  readonly script: string;
  readonly files: ReleasedFiles;
  /** Of this entry and of the seal before it, so that no entry changes without changing the last. */
  readonly seal: string;
};

/** `public/w/releases.json`, oldest first. It only grows: articles load these files for years. */
export type ReleaseList = readonly Release[];

const FILE = "w/releases.json";

/** @param folder of static files, as deployed: `public` */
export async function readReleases(folder: string): Promise<ReleaseList> {
  const text = await readFile(join(folder, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  return JSON.parse(text) as ReleaseList;
}

export async function writeReleases(folder: string, releases: ReleaseList): Promise<void> {
  await writeFile(join(folder, FILE), `${JSON.stringify(releases, null, 2)}\n`);
}

/** The names of all files that were ever released. */
export function releasedFiles(releases: ReleaseList): ReadonlySet<string> {
  return new Set(releases.flatMap(({ files }) => Object.keys(files)));
}

/** The list with one more release, sealed. */
export function withRelease(releases: ReleaseList, release: Omit<Release, "seal">): ReleaseList {
  return [...releases, { ...release, seal: sealOf(release, releases.at(-1)?.seal ?? "") }];
}

/** `sha256-…` of what a release says and of the seal before it; "" before the first. */
export function sealOf(
  { version, date, script, files }: Omit<Release, "seal">,
  before: string,
): string {
  const said = JSON.stringify([before, version, date, script, Object.entries(files)]);
  return `sha256-${createHash("sha256").update(said).digest("base64")}`;
}
