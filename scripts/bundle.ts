import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { build, type BuildOptions, type Plugin, transform } from "esbuild";
import { minify } from "terser";

/** How JSX is called for; with the shorter, older way unless told otherwise. */
const JSX = { jsx: "transform", jsxFactory: "h", jsxFragment: "Fragment" } as const;

/**
 * Bundles and minifies code for browsers. `wrap` puts something around it that is minified along.
 * Terser takes another 350 bytes, gzipped, off what esbuild makes.
 */
export async function bundle(
  { plugins = [], ...options }: BuildOptions,
  wrap = (code: string) => code,
): Promise<string> {
  const output = await outputOf({
    // Browsers of the last years; older ones go on showing what stands between the tags.
    target: "es2022",
    minify: true,
    inject: [createRequire(import.meta.url).resolve("preact")],
    ...JSX,
    ...options,
    plugins: [minifiedSheet, leanPreact, ...plugins],
  });
  // Each run leaves something to the next: declarations can be moved together only when the first
  // is done. No getter of ours does anything, and no text is made of anything but text and numbers.
  const runs = [
    { passes: 2, unsafe_arrows: true, unsafe_methods: true },
    { hoist_vars: true, arrows: false },
    { hoist_vars: true, arrows: false, passes: 3, pure_getters: true, unsafe: true },
  ];
  let code = wrap(output);
  for (const compress of runs) {
    const settings = { ecma: 2020, module: options.format === "esm", compress } as const;
    ({ code = "" } = await minify(code, settings));
  }
  return code;
}

/** Imports a module of the sources that has JSX in it or behind it, which Node doesn't read. */
export async function importBundled<T>(path: string): Promise<T> {
  const code = await outputOf({
    entryPoints: [path],
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as T;
}

async function outputOf(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    legalComments: "none",
    // The sources' own settings are for type checks.
    tsconfigRaw: {},
    logLevel: "warning",
  });
  const [output] = outputFiles ?? [];
  if (!output) throw new Error("esbuild gave no output");
  return output.text;
}

/**
 * What Preact offers and no card uses: lifecycle methods, contexts, portals, hooks into its
 * drawing, and waiting for promises that are thrown. A test holds the sources to it.
 */
export const UNUSED_IN_PREACT = [
  "componentDidUpdate",
  "componentWillMount",
  "componentWillReceiveProps",
  "componentWillUnmount",
  "componentWillUpdate",
  "contextType",
  "debounceRendering",
  "diffed",
  "getChildContext",
  "getDerivedStateFromError",
  "getDerivedStateFromProps",
  "getSnapshotBeforeUpdate",
  "props.__P",
  "shouldComponentUpdate",
  "then",
  "unmount",
  "vnode",
] as const;

/** Has Preact find none of those, so that minifying takes out what follows from them. */
const leanPreact: Plugin = {
  name: "lean-preact",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]preact[\\/]dist[\\/]preact\.\w+$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const name of UNUSED_IN_PREACT) {
        const lean = contents.replace(new RegExp(`\\b\\w+\\.${name}\\b(?!=[^=])`, "g"), "void 0");
        if (lean === contents) throw new Error(`${path} has no ${name}: take it off the list`);
        contents = lean;
      }
      return { contents };
    });
  },
};

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
