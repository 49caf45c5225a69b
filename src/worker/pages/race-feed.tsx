import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { publicationAddress } from "../../contract/addresses.ts";
import { raceFeedAddress, racePageAddress } from "../../contract/pages.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { LANGUAGES } from "../../wording/languages.ts";
import { headlines } from "./headline.tsx";
import { tagFor } from "./tag-for.ts";

/** What readers had, and from when. */
export type Published = { readonly n: number; readonly at: string; readonly race: RaceDocument };

type Entry = {
  readonly published: Published;
  readonly title: string;
  readonly lines: readonly string[];
};

/**
 * A race as an Atom feed: an entry for each publication that says something else than the one
 * before it, in the words of the cards; corrections are marked as such.
 * @param publications newest first; the last only tells what the one after it changed
 * @param origin of this host, without a slash at the end
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function raceFeed(
  publications: readonly Published[],
  origin: string,
  { whole, lang }: { readonly whole: boolean; readonly lang?: string | undefined },
): string {
  const [newest] = publications;
  if (!newest) return "";
  const { race } = newest;
  const tag = tagFor(race, lang);
  const page = origin + racePageAddress(race.id);
  const self = origin + raceFeedAddress(race.id);
  const entries = entriesOf(publications, tag, whole);
  const feed = h(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": tag },
    h("title", null, race.translations[tag]?.title ?? race.title),
    h("id", null, page),
    h("updated", null, entries[0]?.published.at ?? newest.at),
    h("author", null, h("name", null, "Topline")),
    <link rel="self" type="application/atom+xml" href={self} />,
    <link rel="alternate" type="text/html" href={page} />,
    entries.map(({ published, title, lines }) =>
      h(
        "entry",
        null,
        h("title", null, title),
        h("id", null, `${page}#${published.n}`),
        h("updated", null, published.at),
        <link rel="alternate" type="text/html" href={page} />,
        <link
          rel="related"
          type="application/json"
          href={origin + publicationAddress(race.id, published.n)}
        />,
        h("content", { type: "text" }, lines.join("\n")),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderToString(feed)}`;
}

function entriesOf(
  publications: readonly Published[],
  tag: ReturnType<typeof tagFor>,
  whole: boolean,
): readonly Entry[] {
  const said = publications.map(({ race }) => headlines(race, "auto", tag));
  const { common, write } = LANGUAGES[tag];
  return publications.flatMap((published, i) => {
    const before = publications[i + 1];
    // Of the oldest that is told of, nobody knows what it changed, unless it was the first of all.
    if (!before && !whole) return [];
    const known = new Set(before?.race.corrections.map(({ at, text }) => at + text));
    const corrections = published.race.corrections
      .filter(({ at, text }) => !known.has(at + text))
      .map(
        ({ at, text }) => `${common.correction(write.when(at, published.race.timeZone))} ${text}`,
      );
    const headlinesBefore = said[i + 1] ?? [];
    const changed = (said[i] ?? []).filter((line) => !headlinesBefore.includes(line));
    const lines = [...corrections, ...changed];
    const [title] = lines;
    return title === undefined ? [] : [{ published, title, lines }];
  });
}
