import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import type { Card } from "../src/cards/card.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS } from "../src/wording/languages.ts";
import { bundle, importBundled } from "./bundle.ts";

const ROOT = join(import.meta.dirname, "..");
const KIT = join(ROOT, "src/widget/kit.ts");

/** The registry of cards, with what their folders say. */
const { CARDS } = await importBundled<{ readonly CARDS: Readonly<Record<string, Card>> }>(
  join(ROOT, "src/cards/index.ts"),
);

/** Each card by its name, in the order of the registry. */
export const CARD_NAMES: readonly string[] = Object.keys(CARDS);

/** What every card says beside its own words. */
const SHARED_TOPICS = ["marks", "write", "common"];
const inScript = CARD_NAMES.filter((name) => CARDS[name]?.inScript);
const scriptTopics = [...SHARED_TOPICS, ...inScript];

/**
 * What a page may load beside the script: the script's cards in another language, or a card in any.
 * Each brings all that isn't in the script, so that one is enough.
 */
export type PackFacts = {
  /** `es`, `results-en`. */
  readonly name: string;
  /** The card that it brings; `script`: it brings words for the cards that are there. */
  readonly owner: string;
  readonly tag: string;
};

export const PACKS: readonly PackFacts[] = ["script", ...CARD_NAMES].flatMap((owner) =>
  LANGUAGE_TAGS.filter((tag) =>
    owner === "script" ? tag !== FALLBACK_TAG : !inScript.includes(owner),
  ).map((tag) => ({ owner, tag, name: owner === "script" ? tag : `${owner}-${tag}` })),
);

/** The code of a pack, an ES module. */
export async function packCode({ owner, tag }: PackFacts): Promise<string> {
  const ofCard = [...(tag === FALLBACK_TAG ? [] : SHARED_TOPICS), owner];
  const topics = owner === "script" ? scriptTopics : ofCard;
  const card = owner === "script" ? "" : `name: ${JSON.stringify(owner)}, card: ${owner}Card, `;
  const contents = `
    import { ${topics.join()} } from "./src/wording/${tag}/index.ts";
    ${card && `import { ${owner} as ${owner}Card } from "./src/cards/${owner}/index.ts";`}
    provide({ ${card}tag: "${tag}", words: { ${topics.join()} } });`;
  const options: BuildOptions = {
    stdin: { contents, resolveDir: ROOT },
    format: "esm",
    inject: [],
    jsxFactory: "kit.h",
    jsxFragment: "kit.Fragment",
    plugins: [fromKit()],
  };
  return bundle(options, (code) => `export default (kit, provide) => {${code}}`);
}

/** The code of the script, which names the packs' files by their one hash. */
export async function scriptCode(hash: string): Promise<string> {
  const tags = LANGUAGE_TAGS.filter((tag) => tag !== FALLBACK_TAG);
  return bundle({
    entryPoints: [join(ROOT, "src/widget/script.ts")],
    format: "iife",
    define: { PACK_TAGS: JSON.stringify(tags), PACK_HASH: JSON.stringify(hash) },
    plugins: [withoutPacks],
  });
}

/** Leaves out of the script what comes with packs: of those cards it keeps only the facts. */
const withoutPacks: Plugin = {
  name: "without-packs",
  setup({ onResolve, onLoad }) {
    // Words that nothing speaks go, even where making them takes a call.
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, importer }) =>
      /[\\/]src[\\/]wording[\\/]/.test(importer)
        ? { path: resolve(resolveDir, path), sideEffects: false }
        : null,
    );
    onLoad({ filter: /[\\/]src[\\/]cards[\\/]\w+[\\/]index\.ts$/ }, ({ path }) => {
      const name = path.split(/[\\/]/).at(-2) ?? "";
      if (inScript.includes(name)) return null;
      const { sections, auto } = CARDS[name] ?? {};
      return {
        contents: `export const ${name} = ${JSON.stringify({ sections, auto })}`,
      };
    });
    onLoad({ filter: /[\\/]src[\\/]wording[\\/]fallback\.ts$/ }, ({ path }) => ({
      contents: `export { ${scriptTopics.join()} } from "./${FALLBACK_TAG}/index.ts"`,
      resolveDir: join(path, ".."),
    }));
  },
};

/** Has a pack take from `kit` what src/widget/kit.ts has; other names of those modules are refused. */
function fromKit(): Plugin {
  const imports = readFileSync(KIT, "utf8").matchAll(/^import \{([^}]+)\} from "(.+)";$/gm);
  const names = new Map(
    Array.from(imports, ([, list = "", from = ""]) => [moduleOf(from, join(KIT, "..")), list]),
  );
  return {
    name: "from-kit",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, resolveDir }) => {
        const module = moduleOf(path, resolveDir);
        return names.has(module) ? { path: module, namespace: "kit" } : null;
      });
      onLoad({ filter: /./, namespace: "kit" }, ({ path }) => ({
        contents: (names.get(path) ?? "")
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "")
          // What a pack doesn't use goes away only where nothing can happen by reading it.
          .map((name) => `export const ${name} = /* @__PURE__ */ (() => kit.${name})();`)
          .join("\n"),
      }));
    },
  };
}

function moduleOf(path: string, folder: string): string {
  return path.startsWith(".") ? resolve(folder, path) : path;
}
