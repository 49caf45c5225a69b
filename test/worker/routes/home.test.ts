import { expect, test } from "vitest";
import { putLive, RACE_ID } from "../desk/fixture.ts";
import { openApp, ORIGIN, Switch } from "../harness.ts";

// Before any other: later, the last good list answers.
test("without the store there is an error, and not an empty list", async () => {
  const store = new Switch();
  store.mode = "fails";
  const answer = await openApp({ RACES: store.kv }).ask("/");
  expect(answer.status).toBe(503);
});

test("a deployment without races says what to do first, and nothing of a race", async () => {
  const answer = await openApp().ask("/");
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain("Nothing has been published here yet");
  expect(html).toContain("npm run publish");
  expect(html).not.toContain("us-ga-06");
  expect(html).not.toContain("<iframe");
});

test("its races stand in its HTML", async () => {
  await putLive();
  const { ask } = openApp();
  const answer = await ask("/");
  const html = await answer.text();
  const { races } = await (
    await ask("/v1/races")
  ).json<{ races: { id: string; title: string; test: boolean; status: string }[] }>();
  expect(races.map(({ id }) => id)).toEqual([RACE_ID]);
  for (const { id, title, test: rehearsal, status } of races) {
    expect(html).toContain(`<a href="/races/${id}">${title.replaceAll("&", "&amp;")}</a>`);
    expect(html).toContain(`<a href="/v1/races/${id}"`);
    expect(html).toContain(` · ${status} · `);
    expect(html.includes('<strong class="test">TEST</strong>')).toBe(rehearsal);
  }
  const policy = answer.headers.get("Content-Security-Policy")!;
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  const again = await ask("/", { headers: { "If-None-Match": answer.headers.get("ETag")! } });
  expect(again.status).toBe(304);
});

test("the builder's choice is in its address, and all snippets follow it", async () => {
  const query = "card=turnout&theme=dark&lang=es&live=off&width=540";
  const html = await (await openApp().ask(`/?race=${RACE_ID}&${query}`)).text();
  for (const chosen of ["turnout", "dark", "es", "off", "540"])
    expect(html).toMatch(new RegExp(`<option value="${chosen}" selected`));
  const code = codeOf(html, "element");
  expect(code).toContain(
    `<topline-card race="${RACE_ID}" card="turnout" theme="dark" lang="es" live="off" style="display:block;min-height:790px">`,
  );
  expect(code).toContain(`src="${ORIGIN}/topline.js"`);
  expect(codeOf(html, "iframe")).toContain(
    `src="${ORIGIN}/embed/${RACE_ID}/turnout?theme=dark&amp;lang=es&amp;live=off"`,
  );
  expect(codeOf(html, "wordpress")).toBe(
    `${ORIGIN}/embed/${RACE_ID}/turnout?theme=dark&lang=es&live=off`,
  );
  const plain = await (await openApp().ask(`/?race=${RACE_ID}`)).text();
  expect(codeOf(plain, "wordpress")).toBe(`${ORIGIN}/races/${RACE_ID}`);
  expect(codeOf(html, "csv-turnout")).toBe(`${ORIGIN}/v1/races/${RACE_ID}/turnout.csv`);
  // Light and dark at three widths, the chosen one among them and the only one that counts.
  expect([...html.matchAll(/<iframe [^>]*width="(\d+)"/g)].map(([, width]) => width)).toEqual([
    "320",
    "320",
    "420",
    "420",
    "540",
    "540",
  ]);
  expect(html.match(/data-reserve/g)).toHaveLength(2);
});

test("the newsletter's picture has the text that the picture shows", async () => {
  const { ask } = openApp();
  const html = await (await ask(`/?race=${RACE_ID}&card=turnout`)).text();
  const alt = await (await ask(`/embed/${RACE_ID}/turnout.txt`)).text();
  const svg = await (await ask(`/embed/${RACE_ID}/turnout.svg`)).text();
  const code = codeOf(html, "image");
  expect(code).toContain(`alt="${alt.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect(code).toContain(`width="${width}" height="${height}"`);
});

test.each([
  ["/?race=no-such-race", 404],
  ["/?race=NO", 400],
  ["/?card=pollen", 404],
  ["/?theme=pink", 400],
  ["/?lang=tlh", 400],
  ["/?width=12", 400],
])("%s is refused with %i", async (address, status) => {
  const answer = await openApp().ask(address);
  expect(answer.status).toBe(status);
});

test("a race that isn't there is said to be missing, and nothing is built for it", async () => {
  const html = await (await openApp().ask("/?race=no-such-race")).text();
  expect(html).toContain("There is no race called no-such-race here");
  expect(html).not.toContain("<iframe");
});

/** The text of a snippet, as a reader copies it. */
function codeOf(html: string, name: string): string {
  const [, code = ""] =
    new RegExp(`id="snippet-${name}".*?<code>(.*?)</code>`, "s").exec(html) ?? [];
  return code
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
