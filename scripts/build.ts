import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle, transform, type Plugin } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const HASH_CHARACTERS = 12;

/** `public/w/manifest.json`: the pinned copies of the bundle that this host serves. */
export type Manifest = {
  /** The copy that is the same as the floating `topline.js`. */
  readonly latest: string;
  /** By file name; a kept copy is in somebody's article and never goes away. */
  readonly copies: Readonly<Record<string, { readonly integrity: string; readonly kept: boolean }>>;
};

export type Built = {
  /** File name of the pinned copy, `topline.<hash>.js`. */
  readonly file: string;
  readonly integrity: string;
  readonly bytes: number;
  readonly gzipBytes: number;
};

/**
 * Bundles the widget into `<folder>/topline.js` and its pinned copy `<folder>/w/topline.<hash>.js`.
 * A pinned copy of an earlier build is replaced unless it was kept; `keep` keeps this one, which
 * is what a deploy does.
 */
export async function build(
  options: { readonly folder?: string; readonly keep?: boolean } = {},
): Promise<Built> {
  const { folder = join(ROOT, "public"), keep = false } = options;
  const code = await bundleWidget();
  const file = `topline.${createHash("sha256").update(code).digest("hex").slice(0, HASH_CHARACTERS)}.js`;
  const integrity = `sha384-${createHash("sha384").update(code).digest("base64")}`;

  const pinned = join(folder, "w");
  await mkdir(pinned, { recursive: true });
  const before = await readManifest(pinned);
  const copies: Record<string, { integrity: string; kept: boolean }> = {};
  for (const [name, copy] of Object.entries(before?.copies ?? {})) {
    if (copy.kept) copies[name] = copy;
    else if (name !== file) await rm(join(pinned, name), { force: true });
  }
  copies[file] = { integrity, kept: keep || (copies[file]?.kept ?? false) };
  const manifest: Manifest = { latest: file, copies };

  await writeFile(join(folder, "topline.js"), code);
  await writeFile(join(pinned, file), code);
  await writeFile(join(pinned, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return { file, integrity, bytes: code.length, gzipBytes: gzipSync(code, { level: 9 }).length };
}

async function bundleWidget(): Promise<Uint8Array> {
  const { outputFiles } = await bundle({
    entryPoints: [join(ROOT, "src/widget/script.ts")],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    legalComments: "none",
    // Browsers of the last years; older ones go on showing what stands between the tags.
    target: "es2022",
    // The older way to call for JSX is 200 bytes smaller than the one the sources are checked with.
    tsconfigRaw: {
      compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" },
    },
    plugins: [preactFactory, minifiedSheet],
    logLevel: "warning",
  });
  const [output] = outputFiles;
  if (!output) throw new Error("esbuild gave no output");
  return output.contents;
}

/** Gives every component the names that its JSX is turned into. */
const preactFactory: Plugin = {
  name: "preact-factory",
  setup({ initialOptions, onResolve, onLoad }) {
    initialOptions.inject = ["jsx-factory"];
    onResolve({ filter: /^jsx-factory$/ }, () => ({
      path: "jsx-factory",
      namespace: "jsx-factory",
    }));
    onLoad({ filter: /./, namespace: "jsx-factory" }, () => ({
      contents: `export { Fragment, h } from "preact"`,
      resolveDir: ROOT,
    }));
  },
};

/** The stylesheet is a text in the code, so that it can be a constructable sheet: no CSS tool sees it. */
const minifiedSheet: Plugin = {
  name: "minified-sheet",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]styles[\\/]sheet\.ts$/ }, async ({ path }) => {
      const { css } = (await import(pathToFileURL(path).href)) as { css: string };
      const { code } = await transform(css, { loader: "css", minify: true });
      return { contents: `export const css = ${JSON.stringify(code.trim())}` };
    });
  },
};

async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as Manifest);
}

if (import.meta.main) {
  const { file, bytes, gzipBytes } = await build({ keep: process.argv.includes("--keep") });
  console.log(`public/topline.js, public/w/${file}: ${bytes} bytes, ${gzipBytes} gzipped`);
}
