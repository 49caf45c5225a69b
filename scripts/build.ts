import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { minify } from "terser";
import { build as esbuild, type BuildOptions, transform, type Plugin } from "esbuild";
import { readReleases, releasedFiles } from "./release-list.ts";

const ROOT = join(import.meta.dirname, "..");
const HASH_CHARACTERS = 12;

/** What only some pages need, each a module of its own; src/widget/packs.ts loads them. */
const PACKS = {
  es: `export { es } from "./src/cards/messages/es.ts"`,
  // An object: a whole module as a value takes 60 bytes more.
  results: `import { css, ResultsCard } from "./src/cards/results/pack.ts";
    export const results = { css, ResultsCard };`,
} as const;
type PackName = keyof typeof PACKS;

/** A file under `w/`, named for its content. */
export type Pinned = {
  readonly file: string;
  readonly integrity: string;
  readonly bytes: number;
  readonly gzipBytes: number;
};

export type Built = {
  readonly script: Pinned;
  readonly packs: Readonly<Record<PackName, Pinned>>;
};

/**
 * Bundles the widget into `<folder>/topline.js`, its pinned copy `<folder>/w/topline.<hash>.js` and
 * the packs it may load. What an earlier build left under `w/` is removed, unless it was released.
 */
export async function build({ folder = join(ROOT, "public") } = {}): Promise<Built> {
  const es = await bundlePack("es");
  const results = await bundlePack("results");
  const code = await bundleScript({ es: es.file, results: results.file });
  const script = { ...pin("topline", code), code };
  const files = [script, es, results];

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
  return { script: bare(script), packs: { es: bare(es), results: bare(results) } };
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

async function bundlePack(name: PackName) {
  const stdin = { contents: PACKS[name], resolveDir: ROOT };
  const code = await bundle({ stdin, format: "esm" });
  return { ...pin(`topline-${name}`, code), code };
}

function bundleScript(packs: Readonly<Record<PackName, string>>): Promise<Uint8Array> {
  return bundle({
    entryPoints: [join(ROOT, "src/widget/script.ts")],
    format: "iife",
    define: { PACK_FILES: JSON.stringify(packs) },
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
