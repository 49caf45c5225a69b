import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import type { Card } from "../src/cards/card.ts";
import { FALLBACK_TAG, LANGUAGE_TAGS } from "../src/wording/languages.ts";
import { bundle, importBundled } from "./bundle.ts";

const ROOT = join(import.meta.dirname, "..");
const KIT = join(ROOT, "src/widget/kit.ts");

/** The names of what the kit has, in its order. */
const KIT_NAMES = Array.from(
  (/const kit = \[([^\]]+)\]/.exec(readFileSync(KIT, "utf8"))?.[1] ?? "").matchAll(/\w+/g),
  ([name]) => name,
);

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
 * What a page may load beside the script: the script's cards in another language, a card in any, or
 * what a card shows only once it is touched. Each of the first two brings all that isn't in the
 * script, so that one is enough; the last comes where its card is already.
 */
export type PackFacts = {
  /** `es`, `results-en`, `polls-more-en`. */
  readonly name: string;
  readonly tag: string;
  /** What it says. */
  readonly topics: readonly string[];
  /** The card, and what of it the pack brings; without, it brings words for the cards that are there. */
  readonly brings?: { readonly card: string; readonly more: boolean };
};

export const PACKS: readonly PackFacts[] = LANGUAGE_TAGS.flatMap((tag) => {
  const own = tag === FALLBACK_TAG;
  const cards = CARD_NAMES.filter((card) => !inScript.includes(card));
  const touched = CARD_NAMES.filter((card) => CARDS[card]?.more);
  return [
    ...(own ? [] : [{ name: tag, tag, topics: scriptTopics }]),
    ...cards.map((card) => ({
      name: `${card}-${tag}`,
      tag,
      topics: [...(own ? [] : SHARED_TOPICS), card],
      brings: { card, more: false },
    })),
    ...touched.map((card) => ({
      name: `${card}-more-${tag}`,
      tag,
      topics: [`${card}More`],
      brings: { card, more: true },
    })),
  ];
});

/** The code of a pack, an ES module. */
export async function packCode({ tag, topics, brings }: PackFacts): Promise<string> {
  const { card = "", more = false } = brings ?? {};
  const asks = more && CARDS[card]?.asks ? card : "";
  const from = `./src/cards/${card}/${more ? "more/" : ""}index.ts`;
  const contents = `
    import { ${topics.join()} } from "./src/wording/${tag}/index.ts";
    ${card && `import { ${card}${more ? "More" : ""} as brought } from ${JSON.stringify(from)};`}
    ${asks && `import { asking } from "./src/widget/asking.ts";`}
    provide({ ${card && `name: "${card}", card: ${more ? `{ more: ${asks ? "asking(brought)" : "brought"} }` : "brought"}, `}tag: "${tag}", words: { ${topics.join()} } });`;
  const options: BuildOptions = {
    stdin: { contents, resolveDir: ROOT },
    format: "esm",
    inject: [],
    jsxFactory: inKit("h"),
    jsxFragment: inKit("Fragment"),
    plugins: more ? [fromKit()] : [withoutMore, fromKit()],
  };
  return bundle(
    options,
    (code) => `export default ([${KIT_NAMES.map(inKit).join()}], provide) => {${code}}`,
  );
}

/** Names of fields that only the script's own modules use: none of JSON, of the page or of packs. */
const OWN_NAMES =
  /^(?:hasFallback|holdsArticle|inScript|isHidden|nextSeconds|onError|onVisibility|raceId|refresh|retryAfterSeconds|serverNow|setDue|staleSeconds)$/;

/** The code of the script, which names the packs' files by their one hash. */
export async function scriptCode(hash: string): Promise<string> {
  const tags = LANGUAGE_TAGS.filter((tag) => tag !== FALLBACK_TAG);
  return bundle({
    entryPoints: [join(ROOT, "src/widget/script.ts")],
    format: "iife",
    mangleProps: OWN_NAMES,
    define: { PACK_TAGS: JSON.stringify(tags), PACK_HASH: JSON.stringify(hash) },
    plugins: [withoutMore, withoutPacks],
  });
}

/** Leaves out of the script, and of cards' packs, what comes only once a card is touched. */
const withoutMore: Plugin = {
  name: "without-more",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]cards[\\/]\w+[\\/]more[\\/]index\.ts$/ }, ({ path }) => ({
      contents: `export const ${path.split(/[\\/]/).at(-3)}More = undefined;`,
    }));
  },
};

/**
 * The scripts of our own pages, each `src/widget/<name>.ts`: `frame` tells how high a frame has to
 * be, `builder` serves the home page.
 */
export const PAGE_SCRIPTS = ["frame", "builder"] as const;

export function pageScriptCode(name: (typeof PAGE_SCRIPTS)[number]): Promise<string> {
  const entryPoints = [join(ROOT, `src/widget/${name}.ts`)];
  return bundle({ entryPoints, format: "iife", inject: [] });
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
      contents: `import { ${scriptTopics.join()} } from "./${FALLBACK_TAG}/index.ts";
        export const carried = { ${scriptTopics.join()} }`,
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
          .map((name) => `export const ${name} = /* @__PURE__ */ (() => ${inKit(name)})();`)
          .join("\n"),
      }));
    },
  };
}

/** What a pack calls something of the kit, apart from its own names. */
function inKit(name: string): string {
  return `kit_${name}`;
}

function moduleOf(path: string, folder: string): string {
  return path.startsWith(".") ? resolve(folder, path) : path;
}
