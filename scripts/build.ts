import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { minify } from "terser";
import { build as esbuild, type BuildOptions, transform, type Plugin } from "esbuild";
import { readReleases, releasedFiles } from "./release-list.ts";
import type { Language } from "../src/wording/language.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS } from "../src/wording/languages.ts";

const ROOT = join(import.meta.dirname, "..");
const HASH_CHARACTERS = 12;

/** What only some pages need, each a module of its own; src/widget/packs.ts loads them. */
const PACKS = {
  // An object: a whole module as a value takes 60 bytes more.
  results: `import { css, ResultsCard } from "./src/cards/results/pack.ts";
    export const results = { css, ResultsCard };
    ${wordsOf(FALLBACK_TAG, ["results"])}`,
  ...Object.fromEntries(
    LANGUAGE_TAGS.filter((tag) => tag !== FALLBACK_TAG).map((tag) => [
      tag,
      wordsOf(tag, ["marks", "write", "common", "polls", "turnout", "results"]),
    ]),
  ),
};

/** A module's words in one language: these of the topics in src/wording/<tag>. */
function wordsOf(tag: string, topics: readonly (keyof Language)[]): string {
  const words = topics.map((topic) => `${topic}: language.${topic}`);
  return `import * as language from "./src/wording/${tag}/index.ts";
    export const words = { ${JSON.stringify(tag)}: { ${words.join()} } };`;
}

/** A file under `w/`, named for its content. */
export type Pinned = {
  readonly file: string;
  readonly integrity: string;
  readonly bytes: number;
  readonly gzipBytes: number;
};

export type Built = {
  readonly script: Pinned;
  /** By name: the results card, and a language by its tag. */
  readonly packs: Readonly<Record<string, Pinned>>;
};

/**
 * Bundles the widget into `<folder>/topline.js`, its pinned copy `<folder>/w/topline.<hash>.js` and
 * the packs it may load. What an earlier build left under `w/` is removed, unless it was released.
 */
export async function build({ folder = join(ROOT, "public") } = {}): Promise<Built> {
  const packs = new Map<string, Pinned & { readonly code: Uint8Array }>();
  for (const [name, contents] of Object.entries(PACKS))
    packs.set(name, await bundlePack(name, contents));
  const code = await bundleScript(
    Object.fromEntries(Array.from(packs, ([name, { file }]) => [name, file])),
  );
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
  for (const { file, code: bytes } of files) await writeFile(join(pinned, file), bytes);
  await offer(folder, script);
  const bare = ({ code: _code, ...rest }: typeof script): Pinned => rest;
  return {
    script: bare(script),
    packs: Object.fromEntries(Array.from(packs, ([name, pack]) => [name, bare(pack)])),
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

function pin(name: string, code: Uint8Array): Pinned {
  const hash = createHash("sha256").update(code).digest("hex").slice(0, HASH_CHARACTERS);
  return {
    file: `${name}.${hash}.js`,
    integrity: `sha384-${createHash("sha384").update(code).digest("base64")}`,
    bytes: code.length,
    gzipBytes: gzipSync(code, { level: 9 }).length,
  };
}

async function bundlePack(name: string, contents: string) {
  const stdin = { contents, resolveDir: ROOT };
  const code = await bundle({ stdin, format: "esm" });
  return { ...pin(`topline-${name}`, code), code };
}

function bundleScript({
  results,
  ...languages
}: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return bundle({
    entryPoints: [join(ROOT, "src/widget/script.ts")],
    format: "iife",
    define: { PACK_FILES: JSON.stringify({ results, languages }) },
  });
}

/** Terser takes another 350 bytes, gzipped, off what esbuild makes. */
async function bundle(options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles = [] } = await esbuild({
    ...options,
    bundle: true,
    write: false,
    minify: true,
    legalComments: "none",
    // Browsers of the last years; older ones go on showing what stands between the tags.
    target: "es2022",
    // The older way to call for JSX takes fewer bytes than the one the sources are checked with.
    tsconfigRaw: {
      compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" },
    },
    inject: [createRequire(import.meta.url).resolve("preact")],
    plugins: [minifiedSheet],
    logLevel: "warning",
  });
  const [output] = outputFiles;
  if (!output) throw new Error("esbuild gave no output");
  const { code = "" } = await minify(output.text, {
    ecma: 2020,
    module: options.format === "esm",
    compress: { passes: 2 },
  });
  return new TextEncoder().encode(COMPILE_AT_ONCE + code);
}

/**
 * Has Chrome compile everything while the script arrives, instead of one function after the other
 * while a card is drawn: https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const COMPILE_AT_ONCE = "//# allFunctionsCalledOnLoad\n";

/** A stylesheet is a text in the code, so that it can be a constructable sheet: no CSS tool sees it. */
const minifiedSheet: Plugin = {
  name: "minified-sheet",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]sheet\.ts$/ }, async ({ path }) => {
      const { css } = (await import(pathToFileURL(path).href)) as { css: string };
      const { code } = await transform(css, { loader: "css", minify: true });
      return { contents: `export const css = ${JSON.stringify(code.trim())}` };
    });
  },
};

if (import.meta.main) {
  const { script, packs } = await build();
  console.log(`public/topline.js: ${script.bytes} bytes, ${script.gzipBytes} gzipped`);
  for (const { file, bytes, gzipBytes } of [script, ...Object.values(packs)])
    console.log(`public/w/${file}: ${bytes} bytes, ${gzipBytes} gzipped`);
}
