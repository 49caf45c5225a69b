import { z } from "zod";
import { languageTag, raceId } from "../race/schema/common.ts";
import type { Immutable } from "./immutable.ts";
import { NOT_MODIFIED, type Operation } from "./operation.ts";

/** The page where people begin. */
export const HOME_ADDRESS = "/";

/** How wide a card's column may be, in pixels; `any` is from a phone to a wide article. */
export const COLUMN_WIDTHS = ["any", "320", "420", "540", "640", "720", "900"] as const;

/** What the builder's form says. Its state is all there: nothing else remembers it. */
export const homeQuery = z.object({
  race: raceId.optional().meta({ description: "The race to build for; the first of the list." }),
  card: z
    .string()
    .regex(/^[a-z]{2,20}$/, "must be the name of a card")
    .default("auto")
    .meta({ description: "The card." }),
  theme: z.enum(["auto", "light", "dark"]).default("auto").meta({ description: "Its theme." }),
  lang: z.literal("auto").or(languageTag).default("auto").meta({
    description: "Its language; `auto` is that of the page it stands on.",
  }),
  live: z.enum(["on", "off"]).default("on").meta({
    description: "`off`: the numbers stay as they are once they are drawn.",
  }),
  width: z.enum(COLUMN_WIDTHS).default("any").meta({
    description: "How wide the column is that it stands in, in pixels.",
  }),
});
export type HomeQuery = Immutable<z.infer<typeof homeQuery>>;

export const homeOperations: readonly Operation[] = [
  {
    id: "getHome",
    method: "get",
    path: HOME_ADDRESS,
    tag: "Pages",
    summary: "The races there are, and the snippets to put their cards into an article",
    scope: null,
    query: homeQuery,
    answers: {
      200: { description: "The page.", content: { mediaType: "text/html", schema: null } },
      304: NOT_MODIFIED,
    },
    problems: [400, 404, 503],
  },
];
