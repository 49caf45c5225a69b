import type { Card } from "../cards/card.ts";
import { cardsFor } from "../cards/cards-for.ts";
import { CARD_NAMES, CARDS, type CardName } from "../cards/index.ts";
import type { CardChoice, View } from "../cards/view.ts";
import type { CardLanguage } from "../wording/language.ts";
import { kit } from "./kit.ts";
import { addWords, fallback, languageOf } from "./language.ts";

/**
 * What a file brings: a card that the script doesn't carry, or what one shows only once it is
 * touched, and words in one language.
 */
export type Pack = {
  readonly name?: CardName;
  readonly card?: Partial<Card>;
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

/** How often loading failed. Chrome remembers an address whose import failed: the next has another fragment. */
let failures = 0;

const requests = new Map<string, Promise<void>>();
/** What became of files: whether they are there. Those that just failed aren't worth waiting for. */
const settled = new Map<string, boolean>();

/** The files that what is shown needs beside the script itself, in the language of a tag. */
export function packsFor(view: View, choice: CardChoice, tag: string): readonly string[] {
  return namesFor(view, choice)
    .map((name) => (CARDS[name].inScript ? "" : `${name}-`))
    .filter((name) => name || tag !== fallback.marks.tag)
    .map((name) => fileOf(name + tag));
}

/** Which cards, before the race is there, only the choice can tell; a failure is told in the words of the script. */
function namesFor(view: View, choice: CardChoice): readonly CardName[] {
  if (choice !== "auto") return [choice];
  if (view.kind === "ready") return cardsFor(view.race, choice);
  return view.kind === "loading" ? [] : CARD_NAMES.slice(0, 1);
}

/** Loads what a card shows only once it is touched, again if that failed, and says whether it is there. */
export async function loadMore(name: CardName, tag: string, origin: string): Promise<boolean> {
  const file = fileOf(`${name}-more-${tag}`);
  if (settled.get(file) === false) forget(file);
  await loadPacks([file], origin);
  return !!settled.get(file);
}

function fileOf(pack: string): string {
  return `topline-${pack}.${PACK_HASH}.js`;
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
    const { default: unpack } = (await import(`${origin}/w/${file}#${failures}`)) as {
      readonly default: Unpack;
    };
    unpack(kit, ({ name, card, tag, words }) => {
      // A card's own pack knows nothing of what is loaded on touch, which may be there already.
      if (name) Object.assign(CARDS[name], card, { more: card?.more ?? CARDS[name].more });
      addWords(tag, words);
    });
    there = true;
  } catch (error) {
    console.warn("topline:", error);
    failures++;
    setTimeout(forget, RETRY_MS, file);
  }
  settled.set(file, there);
}

function forget(file: string): void {
  settled.delete(file);
  requests.delete(file);
}
