import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { putLive, RACE_ID } from "../desk/fixture.ts";
import { openApp, Switch } from "../harness.ts";

const ADDRESS = `/v1/races/${RACE_ID}`;
const EVERYWHERE = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Date, Age, Topline-Stale, Topline-Next",
  "cross-origin-resource-policy": "cross-origin",
};

beforeAll(async () => {
  await putLive();
});

test("a race document has exactly these headers", async () => {
  const answer = await openApp().ask(ADDRESS);
  const { metadata } = await env.RACES.getWithMetadata<{ etag: string }>(`race:${RACE_ID}`);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    ...EVERYWHERE,
    "cache-control": "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400",
    "content-type": "application/json",
    etag: metadata?.etag,
    "x-content-type-options": "nosniff",
  });
  expect(metadata?.etag).toMatch(/^"[\w-]{22}"$/);
});

test.each([
  ["", `race:${RACE_ID}`, "application/json"],
  ["/turnout", `section:${RACE_ID}:turnout`, "application/json"],
  ["/turnout.csv", `section:${RACE_ID}:turnout.csv`, "text/csv; charset=utf-8"],
])("%s gives the very bytes of its key, from KV and from memory", async (path, key, type) => {
  const { ask } = openApp();
  for (const answer of [await ask(ADDRESS + path), await ask(ADDRESS + path)]) {
    expect(answer.headers.get("Content-Type")).toBe(type);
    const stored = await env.RACES.get(key, "arrayBuffer");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(stored!));
  }
});

test("what hasn't changed isn't sent again", async () => {
  const { ask } = openApp();
  const etag = (await ask(ADDRESS)).headers.get("ETag")!;
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    const answer = await ask(ADDRESS, { headers: { "If-None-Match": known } });
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe("");
    expect(Object.fromEntries(answer.headers)).toEqual({
      ...EVERYWHERE,
      "cache-control": "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400",
      etag,
    });
  }
  const other = await ask(ADDRESS, { headers: { "If-None-Match": '"other"' } });
  expect(other.status).toBe(200);
});

test("addresses that can only be read say so", async () => {
  const { ask } = openApp();
  for (const path of ["/v1/races", ADDRESS, `${ADDRESS}/turnout`, "/health"]) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await ask(path, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
      expect(await answer.json()).toMatchObject({ status: 405, code: "method_not_allowed" });
    }
    const head = await ask(path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  }
});

test("a page on any site may ask", async () => {
  const preflight = await openApp().ask(ADDRESS, {
    method: "OPTIONS",
    headers: {
      Origin: "https://paper.example",
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "if-none-match",
    },
  });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toEqual({
    ...EVERYWHERE,
    allow: "GET, HEAD, OPTIONS",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "*",
    "access-control-max-age": "86400",
  });
});

test.each([
  ["/v1/races/no-such-race", 404, "unknown_race", /No race no-such-race.*\/v1\/races lists/],
  ["/v1/races/no-such-race/polls", 404, "unknown_race", /No race no-such-race/],
  [`${ADDRESS}/money`, 404, "unknown_section", /Sections are polls, turnout.*has it yet/],
  [`${ADDRESS}/pools`, 404, "unknown_section", /Check the spelling/],
  [`${ADDRESS}/turnout.xml`, 404, "unknown_section", /\.csv/],
  ["/v1/races/US-GA-06", 400, "bad_race_id", /3 to 64 characters of a-z/],
  ["/v1/races/", 404, "unknown_address", /\/v1\/races\/\{id\}/],
  ["/v2/races", 404, "unknown_address", /Check the path/],
])("%s is problem %i %s", async (path, status, code, detail) => {
  const answer = await openApp().ask(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(answer.headers.get("ETag")).toBeNull();
  const body = await answer.json<Record<string, unknown>>();
  expect(body).toMatchObject({ type: "about:blank", status, code });
  expect(body["detail"]).toMatch(detail);
});

test.each([
  "ab",
  "a".repeat(65),
  "A-B-C",
  "race:abc",
  "abc%00",
  "%2e%2e%2f%2e%2e",
  "abc%2Fpolls",
  "abc%0aabc",
  "abc%0a",
  "%E0%A4%A",
  "us_ga_06",
  "caf%C3%A9",
  "__proto__",
  "a b c",
  "<script>",
])("nothing like %s ever reaches KV", async (id) => {
  const gate = new Switch();
  const { ask } = openApp({ RACES: gate.kv });
  for (const path of [`/v1/races/${id}`, `/v1/races/${id}/polls`, `/v1/races/${id}/polls.csv`]) {
    expect((await ask(path)).status).toBe(400);
  }
  expect(gate.asked).toEqual([]);
});

test("section names are taken from a list, never from the address", async () => {
  const gate = new Switch();
  const { ask } = openApp({ RACES: gate.kv });
  for (const part of ["polls:x", "constructor", "polls.csv.csv", "POLLS", "%70olls%00", ".csv"]) {
    expect((await ask(`${ADDRESS}/${part}`)).status).toBe(404);
  }
  expect(new Set(gate.asked)).toEqual(new Set([`race:${RACE_ID}`]));
});

test("a fault of our own is a problem too, and tells nothing of the inside", async () => {
  const { app, ask } = openApp();
  app.get("/broken", () => {
    throw new Error("secret detail");
  });
  const answer = await ask("/broken");
  expect(answer.status).toBe(500);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(await answer.text()).not.toContain("secret");
});

test("the list of races has each race as it was last published", async () => {
  const { metadata } = await env.RACES.getWithMetadata<{ updatedAt: string }>(`race:${RACE_ID}`);
  const answer = await openApp().ask("/v1/races");
  expect(answer.headers.get("ETag")).toMatch(/^"[\w-]{22}"$/);
  expect(await answer.json()).toEqual({
    races: [
      {
        id: RACE_ID,
        title: "TEST: First District",
        office: "TEST seat — naïve façade",
        jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx/cd:1" },
        electionDate: "2030-06-18",
        type: "special",
        status: "upcoming",
        test: true,
        candidates: 2,
        leading: [
          { candidate: "a", name: "Ames", party: "R", votes: null, share: null, status: null },
          { candidate: "b", name: "Byrd", party: "B", votes: null, share: null, status: null },
        ],
        reporting: null,
        publication: 1,
        updatedAt: metadata?.updatedAt,
        href: ADDRESS,
      },
    ],
    next: null,
  });
});
