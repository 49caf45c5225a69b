import { DEFINITIONS } from "../sections/index.ts";
import type { Correction } from "../schema/race.ts";
import type { Source } from "../schema/race-facts.ts";
import type { RaceDocument } from "../schema/document.ts";
import { type Item, type List, listOf, type Names } from "./list.ts";

/** Lists that aren't one section's, by the name of their field. */
const COMMON: Readonly<Record<string, List>> = {
  candidates: {
    key: (item) => String(item["candidate"] ?? item["id"]),
    name: (item, names) => names(item["candidate"] ?? item["id"]),
    skip: ["candidate", "id"],
  },
  modes: {
    key: (item) => String(item["mode"]),
    name: (item) => String(item["mode"]).replaceAll("_", " "),
    skip: ["mode"],
  },
  sources: listOf<Source>({
    key: (item) => item.id,
    name: (item) => item.name,
    say: (item) => item.url ?? item.name,
  }),
  corrections: listOf<Correction>({
    key: (item) => `${item.section}.${item.at}`,
    name: (item) => `${item.section}, ${item.at}`,
    say: (item) => item.text,
  }),
};

/** The lists of the document by the name of their field. */
export const LISTS: ReadonlyMap<string, List> = new Map([
  ...Object.entries(COMMON),
  ...Object.values(DEFINITIONS).flatMap(({ lists }) => Object.entries<List>(lists)),
]);

/** A list that the table doesn't name is told apart by ids or dates if there are any, else by place. */
export const OTHER_LIST: List = {
  key: (item: Item, place) => String(item["id"] ?? item["date"] ?? place),
  name: (item: Item) => String(item["id"] ?? item["date"] ?? ""),
};

/** Candidates' names as they are after the change, and before it for those who are gone. */
export function namesIn(...documents: readonly (RaceDocument | null)[]): Names {
  const names = new Map<unknown, string>();
  for (const document of documents.toReversed())
    for (const { id, shortName } of document?.candidates ?? []) names.set(id, shortName);
  return (candidate) => names.get(candidate) ?? String(candidate);
}
