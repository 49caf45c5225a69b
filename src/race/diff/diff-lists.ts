import type { Call, Correction, PublishedAverage, Source } from "../schema/race.ts";
import type { RaceDocument, RecentPoll } from "../schema/document.ts";

export type ChangeValue = string | number | boolean | null;

/** How one list of the document is compared: by what its items are, not by where they stand. */
export type List = {
  readonly key: (item: Item, place: number) => string;
  /** The item in a label. */
  readonly name: (item: Item, names: Names) => string;
  /** An item that comes or goes, in one value. Without it, each of its fields is told. */
  readonly say?: (item: Item, names: Names) => ChangeValue;
  /** Fields that only say which item it is. */
  readonly skip?: readonly string[];
  /** What one item is, where only their number and how many changed is worth telling. */
  readonly counted?: string;
};

/** An item of any list; the document's schema says which fields there are. */
export type Item = { readonly [field: string]: unknown };

/** The name that running text uses for a candidate's id. */
export type Names = (candidate: unknown) => string;

/** The lists of the document by the name of their field. */
export const LISTS: ReadonlyMap<string, List> = new Map(
  Object.entries({
    candidates: {
      key: (item) => String(item["candidate"] ?? item["id"]),
      name: (item, names) => names(item["candidate"] ?? item["id"]),
      skip: ["candidate", "id"],
    },
    shares: {
      key: (item) => String(item["candidate"]),
      name: (item, names) => names(item["candidate"]),
      skip: ["candidate"],
    },
    published: list<PublishedAverage>({
      key: (item) => item.publisher,
      name: (item) => `published by ${item.publisher}`,
      say: (item) => item.text,
    }),
    recent: list<RecentPoll>({
      key: (item) => item.id,
      name: (item) => `${item.pollster} ${datesOf(item)}`,
      say: (item, names) =>
        item.shares.map(({ candidate, share }) => `${names(candidate)} ${share}`).join(", "),
    }),
    inputs: {
      key: (item) => String(item["poll"]),
      name: (item) => String(item["poll"]),
      counted: "poll",
    },
    trend: {
      key: (item) => String(item["date"]),
      name: (item) => String(item["date"]),
      counted: "day",
    },
    modes: {
      key: (item) => String(item["mode"]),
      name: (item) => String(item["mode"]).replaceAll("_", " "),
      skip: ["mode"],
    },
    daily: {
      key: (item) => String(item["date"]),
      name: (item) => `by ${String(item["date"])}`,
      say: (item) => Number(item["ballots"]),
    },
    rounds: {
      key: (item) => String(item["n"]),
      name: (item) => `round ${String(item["n"])}`,
      skip: ["n"],
    },
    calls: list<Call>({
      key: (item) => `${item.round}.${item.candidate}.${item.caller}`,
      name: (item) => `call by ${item.caller}`,
      say: ({ candidate, outcome }, names) =>
        `${names(candidate)} ${outcome === "won" ? "won" : "goes to a runoff"}`,
    }),
    sources: list<Source>({
      key: (item) => item.id,
      name: (item) => item.name,
      say: (item) => item.url ?? item.name,
    }),
    corrections: list<Correction>({
      key: (item) => `${item.section}.${item.at}`,
      name: (item) => `${item.section}, ${item.at}`,
      say: (item) => item.text,
    }),
  } satisfies { readonly [field: string]: List }),
);

/** A list that the table doesn't name is told apart by ids or dates if there are any, else by place. */
export const OTHER_LIST: List = {
  key: (item, place) => String(item["id"] ?? item["date"] ?? place),
  name: (item) => String(item["id"] ?? item["date"] ?? ""),
};

/** Candidates' names as they are after the change, and before it for those who are gone. */
export function namesIn(...documents: readonly (RaceDocument | null)[]): Names {
  const names = new Map<unknown, string>();
  for (const document of documents.toReversed())
    for (const { id, shortName } of document?.candidates ?? []) names.set(id, shortName);
  return (candidate) => names.get(candidate) ?? String(candidate);
}

/** The document has passed its schema, so a list's items are what the schema says. */
function list<T>(typed: {
  readonly key: (item: T) => string;
  readonly name: (item: T) => string;
  readonly say: (item: T, names: Names) => ChangeValue;
}): List {
  return typed as unknown as List;
}

function datesOf({ field }: RecentPoll): string {
  if ("middle" in field) return field.middle;
  return field.start === field.end ? field.end : `${field.start} to ${field.end}`;
}
