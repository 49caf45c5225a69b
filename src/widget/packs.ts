import { extras } from "../cards/extras.ts";
import { sectionsFor } from "../cards/sections-for.ts";
import type { Lang } from "../cards/messages/messages.ts";
import type { CardName, View } from "../cards/view.ts";

export type PackName = keyof typeof extras;

/** The files of this very build, named for their content; scripts/build.ts puts them in. */
declare const PACK_FILES: Readonly<Record<PackName, string>>;

/** How long a pack that couldn't be loaded is left alone. */
const RETRY_MS = 30_000;

const requests = new Map<PackName, Promise<void>>();
const failed = new Set<PackName>();

/** What a card needs beside the script itself: Spanish, the results card. */
export function packsFor(view: View, card: CardName, lang: Lang): readonly PackName[] {
  const results =
    card === "results" ||
    (view.kind === "ready" && sectionsFor(view.race, card).includes("results"));
  return [...(lang === "es" ? (["es"] as const) : []), ...(results ? (["results"] as const) : [])];
}

/** Whether it is worth waiting for: a pack that just failed isn't, the card does without. */
export function isMissing(name: PackName): boolean {
  return !extras[name] && !failed.has(name);
}

/** Loads packs from the script's own host, each once for the whole page. Always resolves. */
export async function loadPacks(names: readonly PackName[], origin: string): Promise<void> {
  await Promise.all(
    names.map((name) => {
      const request = requests.get(name) ?? load(name, origin);
      requests.set(name, request);
      return request;
    }),
  );
}

async function load(name: PackName, origin: string): Promise<void> {
  try {
    Object.assign(extras, await import(`${origin}/w/${PACK_FILES[name]}`));
  } catch (error) {
    console.warn("topline:", error);
    failed.add(name);
    setTimeout(() => {
      failed.delete(name);
      requests.delete(name);
    }, RETRY_MS);
  }
}
