import { expect, test } from "vitest";
import { feed } from "../../src/race/schema/feeds.ts";
import { blocks, firstCodes, page, partOf } from "./manual.ts";
import { found, sources } from "./sources.ts";

const manual = await page("docs/operating.md");

test("the manual has every setting of the Worker and of the command", async () => {
  const inCode = found(await sources("src"), /\b(TOPLINE_(?:NEXT|FEED_\w+|URL|TOKEN_?))\b/g);
  const all = found(await sources("src"), /\b(TOPLINE_[A-Z_]+)\b/g);
  // Every name in the sources is one of these, or a token's.
  expect(
    all.filter((name) => !inCode.includes(name) && !name.startsWith("TOPLINE_TOKEN_")),
  ).toEqual([]);
  const settings = partOf(manual, "Settings");
  for (const name of inCode) expect(settings).toContain(name.replace(/_$/, ""));
  for (const name of firstCodes(settings))
    expect(all).toContain(name.replace("TOPLINE_TOKEN_<NAME>", "TOPLINE_TOKEN_"));
});

test("the manual has every field of a feed, and its example is one", () => {
  const part = partOf(manual, "Feeds");
  expect(firstCodes(part)).toEqual(Object.keys(feed.shape));
  const [example = "{}"] = blocks(part, "json");
  const { feeds } = JSON.parse(example) as { feeds: unknown[] };
  expect(feeds.map((one) => feed.safeParse(one).error)).toEqual([undefined]);
});
