import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readReleases, releasedFiles } from "./release-list.ts";
import { PACKS, packCode, PAGE_SCRIPTS, pageScriptCode, scriptCode } from "./widget-code.ts";

const ROOT = join(import.meta.dirname, "..");
const HASH_CHARACTERS = 12;

/** A file under `w/`, named for its content; packs are named for the content of all packs. */
export type Pinned = {
  readonly file: string;
  readonly integrity: string;
  readonly bytes: number;
  readonly gzipBytes: number;
};

export type Built = {
  readonly script: Pinned;
  /** By name: `es`, `results-en`. */
  readonly packs: Readonly<Record<string, Pinned>>;
};

/**
 * Bundles the widget into `<folder>/topline.js`, its pinned copy `<folder>/w/topline.<hash>.js`, the
 * packs it may load, and the scripts of our own pages. What an earlier build left under `w/` is removed, unless it was released.
 */
export async function build({ folder = join(ROOT, "public") } = {}): Promise<Built> {
  const codes = await Promise.all(
    PACKS.map(async (pack) => [pack, COMPILE_AT_ONCE + (await packCode(pack))] as const),
  );
  const hash = hashOf(codes.map(([, code]) => code).join(""));
  const packs = new Map(
    codes.map(([pack, code]) => [pack, { ...pin(`topline-${pack.name}`, code, hash), code }]),
  );
  const code = COMPILE_AT_ONCE + (await scriptCode(hash));
  const script = { ...pin("topline", code), code };
  const files = [script, ...packs.values()];

  const pinned = join(folder, "w");
  await mkdir(pinned, { recursive: true });
  const released = releasedFiles(await readReleases(folder));
  const current = new Set(files.map(({ file }) => file));
  for (const name of await readdir(pinned))
    if (name.endsWith(".js") && !current.has(name) && !released.has(name))
      await rm(join(pinned, name));
  await writeFile(join(folder, "topline.js"), code);
  for (const name of PAGE_SCRIPTS)
    await writeFile(join(folder, `${name}.js`), await pageScriptCode(name));
  for (const { file, code: bytes } of files) await writeFile(join(pinned, file), bytes);
  await offer(folder, script);
  const bare = ({ code: _code, ...rest }: typeof script): Pinned => rest;
  return {
    script: bare(script),
    packs: Object.fromEntries(Array.from(packs, ([{ name }, pack]) => [name, bare(pack)])),
  };
}

/** Tells people, in `w/latest.json`, what to put into a pinned snippet. */
export async function offer(
  folder: string,
  { file, integrity }: Pick<Pinned, "file" | "integrity">,
): Promise<void> {
  const latest = `${JSON.stringify({ file, integrity })}\n`;
  await writeFile(join(folder, "w/latest.json"), latest);
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex").slice(0, HASH_CHARACTERS);
}

function pin(name: string, code: string, hash = hashOf(code)): Pinned {
  return {
    file: `${name}.${hash}.js`,
    integrity: `sha384-${createHash("sha384").update(code).digest("base64")}`,
    bytes: Buffer.byteLength(code),
    gzipBytes: gzipSync(code, { level: 9 }).length,
  };
}

/**
 * Has Chrome compile everything while the script arrives, instead of one function after the other
 * while a card is drawn: https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad\n";

if (import.meta.main) {
  const { script, packs } = await build();
  console.log(`public/topline.js: ${script.bytes} bytes, ${script.gzipBytes} gzipped`);
  for (const { file, bytes, gzipBytes } of [script, ...Object.values(packs)])
    console.log(`public/w/${file}: ${bytes} bytes, ${gzipBytes} gzipped`);
}
