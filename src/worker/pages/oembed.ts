import { renderToString } from "preact-render-to-string";
import { h } from "preact";
import type { EmbedQuery } from "../../contract/pages.ts";
import { embedAddress } from "../../contract/pages.ts";
import type { Oembed, OembedQuery } from "../../contract/oembed.ts";
import type { CardChoice } from "../../cards/view.ts";
import type { RaceDocument } from "../../race/schema/document.ts";
import { headlines } from "./headline.tsx";
import { RESERVED_HEIGHTS } from "./home/reserved-heights.ts";
import { embedOf } from "./home/snippets.ts";
import { drawPicture } from "./picture/draw-picture.ts";
import { PICTURE_SIZES } from "./picture/sizes.ts";
import { tagFor } from "./tag-for.ts";

/** As wide as the column of most articles. */
const WIDTH_PX = 640;
/** The frame keeps itself up to date; what may change is how high it has to be. */
const CACHE_AGE_SECONDS = 3_600;

/**
 * A card as other sites take it: a frame, no larger than they have room for. Attributes are those
 * that WordPress leaves in.
 * @param origin of this host, without a slash at the end
 */
export function oembedOf(
  race: RaceDocument,
  card: string,
  { lang, theme, live }: Pick<EmbedQuery, "lang" | "theme" | "live">,
  { maxwidth, maxheight }: Pick<OembedQuery, "maxwidth" | "maxheight">,
  origin: string,
): Oembed {
  const tag = tagFor(race, lang);
  const choice = card as CardChoice;
  const name = race.translations[tag]?.title ?? race.title;
  const title = [name, ...headlines(race, choice, tag)].join(": ");
  const width = Math.min(WIDTH_PX, maxwidth ?? WIDTH_PX);
  const reserved = RESERVED_HEIGHTS[choice];
  const height = Math.min(reserved, maxheight ?? reserved);
  const src = embedOf({ race, card, theme, lang, live: live ?? "on", origin });
  const frame = h("iframe", { src, title: name, width, height, frameBorder: "0" });
  const wide = PICTURE_SIZES.wide;
  const fits = wide.width <= (maxwidth ?? Infinity) && wide.height <= (maxheight ?? Infinity);
  const pictured =
    fits && drawPicture(race, card, { size: "wide", theme: "light", lang }).missing.length === 0;
  const query = new URLSearchParams({ size: "wide", ...(lang !== undefined && { lang }) });
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Topline",
    provider_url: `${origin}/`,
    cache_age: CACHE_AGE_SECONDS,
    html: renderToString(frame),
    width,
    height,
    ...(pictured && {
      thumbnail_url: `${origin}${embedAddress(race.id, `${card}.png`)}?${query}`,
      thumbnail_width: wide.width,
      thumbnail_height: wide.height,
    }),
  };
}

/** The same as XML. */
export function oembedXml(oembed: Oembed): string {
  const fields = Object.entries(oembed).map(([name, value]) => h(name, null, String(value)));
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${renderToString(h("oembed", null, fields))}`;
}
