import type { Compiled } from "../../race/compile/compile-race.ts";
import type { Section } from "../../race/sections/index.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { racePage } from "../pages/race-page.tsx";
import { encode, etagOf, fingerprint } from "./fingerprint.ts";
import { logKey, type Metadata, pageKey, raceKey, sectionKey } from "./keys.ts";
import type { LogText } from "./log-files.ts";
import { raceMetadata } from "./race-metadata.ts";
import { CSV_TYPE, HTML_TYPE, JSON_TYPE, type MediaType } from "./stored-value.ts";

/**
 * One value that readers can ask for. A publication is a list of them; whatever else a race will
 * have is one more entry.
 */
export type PublicationPart = {
  readonly key: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
  /** The strong entity tag of the bytes. */
  readonly etag: string;
  /** What it tells readers, in short. While this stays the same, the part has nothing new to say. */
  readonly content: string;
  readonly metadata: Metadata;
};

/** The sections as CSV, those that have been filled. */
export type SectionTables = { readonly [S in Section]?: string };

/** Everything readers can ask about one race. The document comes last, so it never runs ahead of a section. */
export async function publicationParts(
  { document, sections }: Compiled,
  tables: SectionTables,
  logs: readonly LogText[] = [],
): Promise<PublicationPart[]> {
  const files = Object.entries(sections).flatMap(([name, body]) => {
    const table = tables[name as Section];
    return [
      filePart(document, sectionKey(document.id, name as Section), JSON_TYPE, JSON.stringify(body)),
      ...(table === undefined
        ? []
        : [filePart(document, sectionKey(document.id, `${name as Section}.csv`), CSV_TYPE, table)]),
    ];
  });
  const told = logs.map(({ file, mediaType, text }) =>
    filePart(document, logKey(document.id, file), mediaType, text),
  );
  const content = await contentOf(document);
  const page = pagePart(document, content, sections);
  return Promise.all([...files, ...told, page, documentPart(document, content)]);
}

/** A file is written anew when the status changes, too: its cache lifetime does. */
async function filePart(
  { revision, updatedAt, status }: RaceDocument,
  key: string,
  mediaType: MediaType,
  text: string,
): Promise<PublicationPart> {
  const bytes = encode(text);
  const etag = await etagOf(bytes);
  return {
    key,
    mediaType,
    bytes,
    etag,
    content: `${status} ${etag}`,
    metadata: { etag, mediaType, revision, updatedAt, status },
  };
}

/** The page says what the document says, and the areas of its results: it is new when one of both is. */
async function pagePart(
  document: RaceDocument,
  content: string,
  { results }: Compiled["sections"],
): Promise<PublicationPart> {
  const { id, revision, updatedAt, status } = document;
  const bytes = encode(racePage(document, { results }));
  const etag = await etagOf(bytes);
  return {
    key: pageKey(id),
    mediaType: HTML_TYPE,
    bytes,
    etag,
    content: results?.areas.length
      ? await fingerprint(content + JSON.stringify(results.areas))
      : content,
    metadata: { etag, mediaType: HTML_TYPE, revision, updatedAt, status },
  };
}

/** The document has its own number and times inside, which alone are nothing new. */
async function documentPart(document: RaceDocument, content: string): Promise<PublicationPart> {
  const bytes = encode(JSON.stringify(document));
  const etag = await etagOf(bytes);
  return {
    key: raceKey(document.id),
    mediaType: JSON_TYPE,
    bytes,
    etag,
    content,
    metadata: raceMetadata(document, etag),
  };
}

function contentOf(document: RaceDocument): Promise<string> {
  const clock = document.asOf === document.updatedAt ? { asOf: null } : {};
  const counters = { revision: null, publication: null, updatedAt: null };
  return fingerprint(JSON.stringify({ ...document, ...clock, ...counters }));
}
