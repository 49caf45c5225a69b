import { z } from "zod";
import { languageTag } from "../race/schema/common.ts";
import type { Immutable } from "./immutable.ts";
import { numberInAddress } from "./query.ts";
import { NOT_MODIFIED, type Operation } from "./operation.ts";

/** Above the races' pages. */
export const RACE_PAGES_ADDRESS = "/races";

/** A race's page for people. @param id a race's id, or `{id}` */
export function racePageAddress(id: string): string {
  return `${RACE_PAGES_ADDRESS}/${id}`;
}

/** A race as an Atom feed. @param id a race's id, or `{id}` */
export function raceFeedAddress(id: string): string {
  return `${racePageAddress(id)}/feed.xml`;
}

/** Where the cards for frames and fragments are. */
export const EMBED_ADDRESS = "/embed";

/** The style of all cards, for fragments. */
export const STYLE_ADDRESS = `${EMBED_ADDRESS}/cards.css`;

/** @param file `polls` is a page for a frame, `polls.html` a fragment to paste */
export function embedAddress(id: string, file: string): string {
  return `${EMBED_ADDRESS}/${id}/${file}`;
}

export const racePageQuery = z.object({
  lang: languageTag.optional().meta({
    description: "The language; the race's own unless told otherwise.",
  }),
});

/** How a card is drawn outside of an article. Other names are left alone: frames get them from their page. */
export const embedQuery = z.object({
  ...racePageQuery.shape,
  theme: z.enum(["auto", "light", "dark"]).default("auto").meta({
    description: "Light, dark, or as the reader has set the device.",
  }),
  live: z.literal("off").optional().meta({
    description: "`off`: the numbers stay as they are once they are drawn.",
  }),
  style: z.enum(["link", "inline"]).default("link").meta({
    description: "How a fragment brings its style: from this host, or inside itself.",
  }),
  nonce: z
    .string()
    .regex(/^[A-Za-z0-9+/_=-]{8,128}$/, "must be a nonce of 8 to 128 characters in base64")
    .optional()
    .meta({ description: "The page's own nonce, for a style inside the fragment." }),
});
export type EmbedQuery = Immutable<z.infer<typeof embedQuery>>;

/** What a card can be beside HTML: drawings, and the text that says what they show. */
export const PICTURE_FORMS = ["svg", "png", "txt"] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];

export const pictureQuery = z.object({
  ...racePageQuery.shape,
  theme: z.enum(["light", "dark"]).default("light").meta({ description: "Light or dark." }),
  size: z.enum(["card", "wide", "story"]).default("card").meta({
    description: "640 pixels wide and as high as it needs to be, 1200 × 630, or 1080 × 1920.",
  }),
  scale: numberInAddress(1, 2).default(1).meta({
    description: "2: a PNG of twice as many pixels each way, for dense screens.",
  }),
});

const PICTURE_TYPES = { svg: "image/svg+xml", png: "image/png", txt: "text/plain" } as const;

const pictureOperations: readonly Operation[] = PICTURE_FORMS.map((form) => ({
  id: `getCard${form[0]?.toUpperCase()}${form.slice(1)}`,
  method: "get",
  path: embedAddress("{id}", `{card}.${form}`),
  tag: "Pages",
  summary:
    form === "txt"
      ? "What a card’s pictures show, in text"
      : `One card as a picture, ${form.toUpperCase()}`,
  scope: null,
  query: pictureQuery,
  answers: {
    200: { description: "The picture.", content: { mediaType: PICTURE_TYPES[form], schema: null } },
    304: NOT_MODIFIED,
  },
  problems: [400, 404, 503],
}));

const html = { mediaType: "text/html", schema: null };

export const pageOperations: readonly Operation[] = [
  {
    id: "getRacePage",
    method: "get",
    path: racePageAddress("{id}"),
    tag: "Pages",
    summary: "A race as a page for people, with all its cards",
    scope: null,
    query: racePageQuery,
    answers: { 200: { description: "The page.", content: html }, 304: NOT_MODIFIED },
    problems: [400, 404, 503],
  },
  {
    id: "getRaceFeed",
    method: "get",
    path: raceFeedAddress("{id}"),
    tag: "Pages",
    summary: "What changed, newest first, as an Atom feed",
    scope: null,
    query: racePageQuery,
    answers: {
      200: {
        description: "The feed.",
        content: { mediaType: "application/atom+xml", schema: null },
      },
      304: NOT_MODIFIED,
    },
    problems: [400, 404, 451, 503],
  },
  {
    id: "getEmbed",
    method: "get",
    path: embedAddress("{id}", "{card}"),
    tag: "Pages",
    summary: "One card as a page for a frame; with `.html` at the end as a fragment to paste",
    scope: null,
    query: embedQuery,
    answers: { 200: { description: "The card.", content: html }, 304: NOT_MODIFIED },
    problems: [400, 404, 451, 503],
  },
  {
    id: "getCardStyle",
    method: "get",
    path: STYLE_ADDRESS,
    tag: "Pages",
    summary: "The style that fragments link to",
    scope: null,
    answers: {
      200: { description: "The style.", content: { mediaType: "text/css", schema: null } },
      304: NOT_MODIFIED,
    },
    problems: [],
  },
  ...pictureOperations,
];
