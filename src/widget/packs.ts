import type { Card } from "../cards/card.ts";
import { cardsFor } from "../cards/cards-for.ts";
import { CARD_NAMES, CARDS, type CardName } from "../cards/index.ts";
import type { CardChoice, View } from "../cards/view.ts";
import type { CardLanguage } from "../wording/language.ts";
import { kit } from "./kit.ts";
import { addWords, fallback, languageOf } from "./language.ts";

/** What a file brings: a card that the script doesn't carry, and words in one language. */
export type Pack = {
  readonly name?: CardName;
  readonly card?: Card;
  readonly tag: string;
  readonly words: Partial<CardLanguage>;
};

/** The default export of a pack. */
type Unpack = (tools: typeof kit, provide: (pack: Pack) => void) => void;

/**
 * The languages that packs bring beside the script's own, and the hash that all files of this very
 * build have in their names: a hash for each would cost every page some 150 bytes.
 * scripts/widget-code.ts puts both in.
 */
declare const PACK_TAGS: readonly string[];
declare const PACK_HASH: string;

/** The tags of the languages that packs bring. */
export const LOADABLE_TAGS = PACK_TAGS;

/** How long a pack that couldn't be loaded is left alone. */
const RETRY_MS = 30_000;

const requests = new Map<string, Promise<void>>();
/** What became of files: whether they are there. Those that just failed aren't worth waiting for. */
const settled = new Map<string, boolean>();

/** The files that what is shown needs beside the script itself, in the language of a tag. */
export function packsFor(view: View, choice: CardChoice, tag: string): readonly string[] {
  return namesFor(view, choice)
    .map((name) => (CARDS[name].inScript ? "" : `${name}-`))
    .filter((name) => name || tag !== fallback.marks.tag)
    .map((name) => `topline-${name}${tag}.${PACK_HASH}.js`);
}

/** Which cards, before the race is there, only the choice can tell; a failure is told in the words of the script. */
function namesFor(view: View, choice: CardChoice): readonly CardName[] {
  if (choice !== "auto") return [choice];
  if (view.kind === "ready") return cardsFor(view.race, choice);
  return view.kind === "loading" ? [] : CARD_NAMES.slice(0, 1);
}

/** Whether it is worth waiting for: a pack that just failed isn't, the card does without. */
export function isMissing(file: string): boolean {
  return !settled.has(file);
}

/** The language to draw in: that of the tag where all files for it are there, else the script's own. */
export function languageWith(files: readonly string[], tag: string): CardLanguage {
  return files.every((file) => settled.get(file)) ? languageOf(tag) : fallback;
}

/** Loads packs from the script's own host, each once for the whole page. Always resolves. */
export async function loadPacks(files: readonly string[], origin: string): Promise<void> {
  await Promise.all(
    files.map((file) => {
      const request = requests.get(file) ?? load(file, origin);
      requests.set(file, request);
      return request;
    }),
  );
}

async function load(file: string, origin: string): Promise<void> {
  let there = false;
  try {
    const { default: unpack } = (await import(`${origin}/w/${file}`)) as {
      readonly default: Unpack;
    };
    unpack(kit, ({ name, card, tag, words }) => {
      if (name) Object.assign(CARDS[name], card);
      addWords(tag, words);
    });
    there = true;
  } catch (error) {
    console.warn("topline:", error);
    setTimeout(() => {
      settled.delete(file);
      requests.delete(file);
    }, RETRY_MS);
  }
  settled.set(file, there);
}
