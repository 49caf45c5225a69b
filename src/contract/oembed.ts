import { z } from "zod";
import type { Immutable } from "./immutable.ts";
import { json, type Operation } from "./operation.ts";
import { numberInAddress } from "./query.ts";

/** Where other sites ask how to show one of our pages. @see https://oembed.com */
export const OEMBED_ADDRESS = "/oembed";

/** Where to ask for a page of this host. @param page its whole address */
export function oembedAddress(page: string): string {
  return `${OEMBED_ADDRESS}?url=${encodeURIComponent(page)}`;
}

const MAX_PIXELS = 100_000;
const pixels = numberInAddress(1, MAX_PIXELS).optional();

export const oembedQuery = z.object({
  url: z.string().min(1).max(2_000).meta({
    description: "The address of a race's page or of a card's page for frames, on this host.",
  }),
  maxwidth: pixels.meta({ description: "How wide the frame may be, in pixels." }),
  maxheight: pixels.meta({ description: "How high the frame may be, in pixels." }),
  format: z.string().max(20).default("json").meta({ description: "`json` or `xml`." }),
});
export type OembedQuery = Immutable<z.infer<typeof oembedQuery>>;

export const oembed = z
  .object({
    version: z.literal("1.0"),
    type: z.literal("rich"),
    title: z.string().meta({ description: "The race and what its card says first." }),
    provider_name: z.literal("Topline"),
    provider_url: z.string(),
    cache_age: z.int().meta({ description: "Seconds for which to keep this." }),
    html: z.string().meta({ description: "A frame." }),
    width: z.int(),
    height: z.int(),
    thumbnail_url: z.string().optional().meta({ description: "The card as a picture." }),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
  })
  .meta({ id: "Oembed" });
export type Oembed = Immutable<z.infer<typeof oembed>>;

export const oembedOperations: readonly Operation[] = [
  {
    id: "getOembed",
    method: "get",
    path: OEMBED_ADDRESS,
    tag: "Pages",
    summary: "How another site shows a page of this host (oEmbed 1.0)",
    scope: null,
    query: oembedQuery,
    answers: { 200: json("The frame; as XML with ?format=xml.", oembed) },
    problems: [400, 404, 501, 503],
  },
];
