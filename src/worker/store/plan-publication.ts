import type { Section } from "../../race/sections/index.ts";
import { SECTIONS } from "../../race/sections/index.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import type { Sections } from "../../race/sections/index.ts";
import { encode, etagOf, fingerprint } from "./fingerprint.ts";
import type { Fingerprints, Part, PartMetadata, RaceMetadata } from "./keys.ts";
import { partKey, raceKey } from "./keys.ts";
import { raceMetadata } from "./race-metadata.ts";

/** Everything readers can ask about one race, in shape but not yet in bytes. */
export type Compiled = {
  readonly document: RaceDocument;
  readonly sections: { readonly [S in Section]?: SectionBody };
  /** The sections again as tables. */
  readonly csv: { readonly [S in Section]?: string };
};

/** Makes everything for the publication of that number, made at that time (ISO 8601 with zone). */
export type Compile = (publication: number, updatedAt: string) => Compiled;

/** What the last publication was: its number, and a fingerprint of each body. */
export type Published = Pick<RaceMetadata, "publication" | "content">;

/** One value to put: the very bytes, their entity tag, and what stands beside them. */
export type Write = {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly metadata: PartMetadata | RaceMetadata;
};

/** What a publication would do to KV. */
export type Plan = {
  /** False when readers would see nothing new; then there is nothing to write or remove. */
  readonly changed: boolean;
  /** What the state is once the plan is carried out. */
  readonly published: Published;
  /** In the order to put them: the race document comes last, so it never runs ahead of a section. */
  readonly writes: readonly Write[];
  readonly removals: readonly string[];
  readonly unchanged: readonly string[];
};

/**
 * Compiles a race and works out which keys would change; touches nothing, so it serves as the
 * dry run as well. A new revision that says the same as before is no change: revision,
 * publication and updatedAt don't count as content.
 */
export async function planPublication(
  previous: Published | null,
  compile: Compile,
  updatedAt: string,
): Promise<Plan> {
  const publication = (previous?.publication ?? 0) + 1;
  const compiled = compile(publication, updatedAt);
  const { document } = compiled;
  const key = raceKey(document.id);
  const parts = await Promise.all(partTexts(compiled));
  const content: Fingerprints = {
    race: await fingerprint(withoutCounters(document)),
    ...Object.fromEntries(parts.map(({ part, mark }) => [part, mark])),
  };
  const gone = partsOf(previous?.content).filter((part) => content[part] === undefined);
  const fresh = parts.filter(({ part, mark }) => previous?.content[part] !== mark);
  const changed = fresh.length + gone.length > 0 || previous?.content.race !== content.race;
  if (previous !== null && !changed) {
    const unchanged = [...parts.map(({ part }) => partKey(document.id, part)), key];
    return { changed, published: previous, writes: [], removals: [], unchanged };
  }

  const { revision, status } = document;
  const writes: Write[] = [];
  for (const { part, text } of fresh) {
    const bytes = encode(text);
    const metadata = { etag: await etagOf(bytes), revision, updatedAt, status };
    writes.push({ key: partKey(document.id, part), bytes, metadata });
  }
  const bytes = encode(JSON.stringify(document));
  const metadata = raceMetadata(document, await etagOf(bytes), content);
  writes.push({ key, bytes, metadata });
  return {
    changed,
    published: { publication, content },
    writes,
    removals: gone.map((part) => partKey(document.id, part)),
    unchanged: parts
      .filter((part) => !fresh.includes(part))
      .map(({ part }) => partKey(document.id, part)),
  };
}

type PartText = { readonly part: Part; readonly text: string; readonly mark: string };

/** Each section and table as text. A section is written anew when the status changes: its cache lifetime does. */
function partTexts({ document, sections, csv }: Compiled): Promise<PartText>[] {
  const texts: Promise<PartText>[] = [];
  for (const section of SECTIONS) {
    const body = sections[section];
    if (body === undefined) continue;
    texts.push(partText(section, JSON.stringify(body), document.status + withoutCounters(body)));
    const table = csv[section];
    if (table !== undefined) {
      texts.push(partText(`${section}.csv`, table, document.status + table));
    }
  }
  return texts;
}

type SectionBody = NonNullable<Sections[keyof Sections]>;

async function partText(part: Part, text: string, content: string): Promise<PartText> {
  return { part, text, mark: await fingerprint(content) };
}

/** The sections and tables that a publication has. */
export function partsOf(content: Fingerprints | undefined): Part[] {
  return Object.keys(content ?? {}).filter((name): name is Part => name !== "race");
}

function withoutCounters(body: RaceDocument | SectionBody): string {
  const clock = "asOf" in body && body.asOf === body.updatedAt ? { asOf: null } : {};
  return JSON.stringify({
    ...body,
    ...clock,
    revision: null,
    publication: null,
    updatedAt: null,
  });
}
