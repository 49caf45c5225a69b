import { expect, test } from "vitest";
import { feed } from "../../src/race/schema/feeds.ts";
import { blocks, firstCodes, page, partOf } from "./manual.ts";
import { found, sources } from "./sources.ts";

const manual = await page("docs/operating.md");

test("the manual has every setting of the Worker and of the command", async () => {
  const inCode = found(
    await sources("src"),
    /\b(TOPLINE_(?:NEXT|FEED_\w+|URL|(?:TOKEN|SECRET)_?))\b/g,
  );
  const all = found(await sources("src"), /\b(TOPLINE_[A-Z_]+)\b/g);
  // Every name in the sources is one of these, or a token's.
  expect(
    all.filter((name) => !inCode.includes(name) && !name.startsWith("TOPLINE_TOKEN_")),
  ).toEqual([]);
  const settings = partOf(manual, "Settings");
  for (const name of inCode) expect(settings).toContain(name.replace(/_$/, ""));
  for (const name of firstCodes(settings)) expect(all).toContain(name.replace("_<NAME>", "_"));
});

test("the manual has every field of a feed, and its examples are feeds", () => {
  const part = partOf(manual, "Feeds");
  expect(firstCodes(part)).toEqual(Object.keys(feed.shape));
  const examples = blocks(part, "json").map((text) => JSON.parse(text) as { feeds: unknown[] });
  expect(examples).toHaveLength(2);
  for (const { feeds } of examples)
    expect(feeds.map((one) => feed.safeParse(one).error)).toEqual([undefined]);
});
