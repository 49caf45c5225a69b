import type { PageWording } from "../page.ts";

export const page: PageWording = {
  data: "The same numbers as data",
  embed: "Put these cards into an article",
  allRaces: "All races",
  updated: (when) => `Updated ${when}`,
};
