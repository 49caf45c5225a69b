import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { putLive, RACE_ID } from "../desk/fixture.ts";
import { openApp, ORIGIN } from "../harness.ts";

beforeAll(async () => {
  await putLive();
});

async function styleOf(html: string): Promise<string[]> {
  const texts = [...html.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, text = ""]) => text);
  return Promise.all(
    texts.map(async (text) => {
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
    }),
  );
}

test("a race's page is published with its numbers, says where it is, and lets in its own styles only", async () => {
  const stored = (await env.RACES.get(`page:${RACE_ID}`))!;
  const answer = await openApp().ask(`/races/${RACE_ID}`);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  expect(html).toBe(
    stored
      .replaceAll("https://origin.invalid", ORIGIN)
      .replaceAll("https%3A%2F%2Forigin.invalid", encodeURIComponent(ORIGIN)),
  );
  expect(html).not.toContain("origin.invalid");
  expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/races/${RACE_ID}"`);
  expect(html).toContain('<template shadowrootmode="open">');
  const policy = answer.headers.get("Content-Security-Policy")!;
  const hashes = await styleOf(html);
  expect(hashes.length).toBeGreaterThan(1);
  for (const hash of hashes) expect(policy).toContain(hash);
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain("'unsafe-inline' ");
  const again = await openApp().ask(`/races/${RACE_ID}`, {
    headers: { "If-None-Match": answer.headers.get("ETag")! },
  });
  expect(again.status).toBe(304);
});

test("the page speaks another language of the race where somebody asks for it", async () => {
  const html = await (await openApp().ask(`/races/${RACE_ID}?lang=es`)).text();
  expect(html).toContain('<html lang="es">');
  expect(html).toContain("Participación");
});

test("a card's frame may stand on any page, and its numbers are the document's", async () => {
  const { ask } = openApp();
  const answer = await ask(`/embed/${RACE_ID}/turnout?theme=dark&childId=pym-0`);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Security-Policy")).toContain("frame-ancestors *");
  expect(html).toContain('theme="dark"');
  const race = await (
    await ask(`/v1/races/${RACE_ID}`)
  ).json<{
    publication: number;
    turnout: { ballots: number };
  }>();
  expect(html).toContain(`publication="${race.publication}"`);
  expect(html).toContain(race.turnout.ballots.toLocaleString("en-US"));
});

test("a fragment names this host, and brings its style as the page's policy needs it", async () => {
  const { ask } = openApp();
  const linked = await (await ask(`/embed/${RACE_ID}/turnout.html`)).text();
  expect(linked).toContain(`<link rel="stylesheet" href="${ORIGIN}/embed/cards.css"`);
  expect(linked).toContain(`src="${ORIGIN}/topline.js"`);
  expect(linked).not.toContain("<html");
  const style = await ask("/embed/cards.css");
  expect(style.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  const nonce = "c29tZSBub25jZQ==";
  const address = `/embed/${RACE_ID}/turnout.html?style=inline&nonce=${encodeURIComponent(nonce)}`;
  const inline = await (await ask(address)).text();
  expect(inline).toContain(`<style nonce="${nonce}">${await style.text()}</style>`);
});

test.each([
  [`/embed/${RACE_ID}/polling`, 404],
  [`/embed/${RACE_ID}/polls.htm`, 404],
  [`/embed/no-such-race/polls`, 404],
  [`/embed/NO/polls`, 400],
  [`/embed/${RACE_ID}/polls?theme=pink`, 400],
  [`/embed/${RACE_ID}/polls.html?style=inline&nonce=%22%3E%3Cscript%3E`, 400],
  ["/races/no-such-race", 404],
  ["/races/NO", 400],
])("%s is refused with %i", async (address, status) => {
  const answer = await openApp().ask(address);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ status });
});
