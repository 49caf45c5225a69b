import { beforeAll, expect, test } from "vitest";
import { putLive, RACE_ID } from "../desk/fixture.ts";
import { openApp, ORIGIN } from "../harness.ts";

beforeAll(async () => {
  await putLive();
});

const PAGE = `${ORIGIN}/races/${RACE_ID}`;
const CARD = `${ORIGIN}/embed/${RACE_ID}/turnout`;

type Answer = Readonly<Record<string, string | number>> & { readonly html: string };

async function ask(query: Readonly<Record<string, string>>): Promise<Answer> {
  const answer = await openApp().ask(`/oembed?${new URLSearchParams(query)}`);
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/json"]);
  return answer.json<Answer>();
}

test("a rich answer has every field that the specification asks for", async () => {
  const answer = await ask({ url: PAGE });
  // https://oembed.com: 2.3.4, all types and rich.
  expect(answer).toMatchObject({
    version: "1.0",
    type: "rich",
    provider_name: "Topline",
    provider_url: `${ORIGIN}/`,
    width: 640,
  });
  expect(answer["height"]).toBeGreaterThan(200);
  expect(answer["title"]).toMatch(/^TEST: First District: ./);
  expect(answer.html).toContain(`src="${ORIGIN}/embed/${RACE_ID}/auto"`);
  expect(answer.html).toContain(`width="640" height="${answer["height"]}"`);
  // A thumbnail's three fields come together or not at all.
  const picture = await openApp().ask(String(answer["thumbnail_url"]).slice(ORIGIN.length));
  expect([picture.status, picture.headers.get("Content-Type")]).toEqual([200, "image/png"]);
  expect([answer["thumbnail_width"], answer["thumbnail_height"]]).toEqual([1200, 630]);
});

test("nothing is larger than there is room for", async () => {
  const answer = await ask({ url: CARD, maxwidth: "300", maxheight: "200" });
  expect([answer["width"], answer["height"]]).toEqual([300, 200]);
  expect(answer.html).toContain('width="300" height="200"');
  for (const field of ["url", "width", "height"])
    expect(answer).not.toHaveProperty(`thumbnail_${field}`);
});

test("a card's address keeps its language and theme", async () => {
  const answer = await ask({ url: `${CARD}?lang=es&theme=dark` });
  expect(answer.html).toContain(`src="${CARD}?theme=dark&amp;lang=es"`);
  expect(answer["title"]).not.toBe((await ask({ url: CARD }))["title"]);
});

test("XML says the same", async () => {
  const query = new URLSearchParams({ url: CARD, format: "xml" });
  const answer = await openApp().ask(`/oembed?${query}`);
  expect(answer.headers.get("Content-Type")).toBe("text/xml; charset=utf-8");
  const text = await answer.text();
  const fields = [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name, value = ""]) => [
    name,
    value
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  ]);
  const wanted = Object.entries(await ask({ url: CARD })).map(([name, value]) => [
    name,
    String(value),
  ]);
  expect(fields).toEqual(wanted);
  expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\s*<oembed>/);
});

test.each([
  [{}, 400],
  [{ url: "https://example.org/races/us-xx-01-test" }, 404],
  [{ url: `${ORIGIN}/` }, 404],
  [{ url: `${ORIGIN}/v1/races/${RACE_ID}` }, 404],
  [{ url: `${ORIGIN}/races/${RACE_ID}/feed.xml` }, 404],
  [{ url: `${ORIGIN}/embed/${RACE_ID}` }, 404],
  [{ url: `${ORIGIN}/embed/${RACE_ID}/pollen` }, 404],
  [{ url: `${ORIGIN}/embed/${RACE_ID}/polls.png` }, 404],
  [{ url: `${ORIGIN}/races/no-such-race` }, 404],
  [{ url: "no address" }, 404],
  [{ url: `${CARD}?theme=pink` }, 404],
  [{ url: `javascript:alert(1)//${ORIGIN}` }, 404],
  [{ url: PAGE, maxwidth: "0" }, 400],
  [{ url: PAGE, maxwidth: "wide" }, 400],
  [{ url: PAGE, format: "yaml" }, 501],
])("%j is refused with %i", async (query, status) => {
  const answer = await openApp().ask(`/oembed?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(status);
});

/** What WordPress reads of a page to find the link (class-wp-oembed.php: discover, fetch). */
const WORDPRESS_BYTES = 153_600;
const LINK = /<link([^<>]+)\/?>/gi;
/** What it leaves of the frame (wp_filter_oembed_result). */
const WORDPRESS_ATTRIBUTES = ["src", "width", "height", "frameborder", "scrolling", "title"];

test.each([PAGE, `${PAGE}?lang=es`, CARD])("WordPress finds out how to show %s", async (pasted) => {
  const { ask: get } = openApp();
  const page = (await (await get(pasted.slice(ORIGIN.length))).text()).slice(0, WORDPRESS_BYTES);
  const head = page.slice(0, page.indexOf("</head>"));
  const links = [...head.matchAll(LINK)].map(([, text = ""]) =>
    Object.fromEntries(
      [...text.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ),
  );
  const { href = "" } = links.find(({ type }) => type === "application/json+oembed") ?? {};
  const provider = new URL(href.replaceAll("&amp;", "&"));
  expect(provider.origin).toBe(ORIGIN);
  expect(provider.searchParams.get("url")).toBe(pasted);
  for (const [name, value] of Object.entries({
    maxwidth: "600",
    maxheight: "900",
    url: pasted,
    dnt: "1",
    format: "json",
  }))
    provider.searchParams.set(name, value);
  const answer = await (await get(provider.pathname + provider.search)).json<Answer>();
  expect(answer["type"]).toBe("rich");
  const [, attributes = ""] = /^<iframe ([^>]*)><\/iframe>$/.exec(answer.html)!;
  const names = [...attributes.matchAll(/([\w-]+)=/g)].map(([, name = ""]) => name.toLowerCase());
  expect(
    names.filter(
      (name) => !WORDPRESS_ATTRIBUTES.includes(name) && name !== "lang" && name !== "theme",
    ),
  ).toEqual([]);
});
