import { extras } from "../cards/extras.ts";
import { sectionsFor } from "../cards/sections-for.ts";
import type { CardName, View } from "../cards/view.ts";
import { addWords } from "./language.ts";

/** The files of this very build, named for their content; scripts/build.ts puts them in. */
declare const PACK_FILES: {
  readonly results: string;
  /** By tag, each language that the script itself doesn't bring. */
  readonly languages: Readonly<Record<string, string>>;
};

/** The tags of the languages that packs bring. */
export const LOADABLE_TAGS = Object.keys(PACK_FILES.languages);

/** How long a pack that couldn't be loaded is left alone. */
const RETRY_MS = 30_000;

const requests = new Map<string, Promise<void>>();
/** Files that are there, or that just failed: not worth waiting for. */
const settled = new Set<string>();

/** The files that a card needs beside the script itself: its language, the results card. */
export function packsFor(view: View, card: CardName, tag: string): readonly string[] {
  const results =
    card === "results" ||
    (view.kind === "ready" && sectionsFor(view.race, card).includes("results"));
  return [PACK_FILES.languages[tag] ?? [], results ? PACK_FILES.results : []].flat();
}

/** Whether it is worth waiting for: a pack that just failed isn't, the card does without. */
export function isMissing(file: string): boolean {
  return !settled.has(file);
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
  try {
    const { words, ...more } = await import(`${origin}/w/${file}`);
    addWords(words);
    Object.assign(extras, more);
  } catch (error) {
    console.warn("topline:", error);
    setTimeout(() => {
      settled.delete(file);
      requests.delete(file);
    }, RETRY_MS);
  }
  settled.add(file);
}
