import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { deliver } from "../../../src/worker/store/deliver.ts";
import { METADATA_LIMIT_BYTES, type RaceMetadata } from "../../../src/worker/store/keys.ts";
import { NOTHING_PUBLISHED, planPublication } from "../../../src/worker/store/plan-publication.ts";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import { realTimer } from "../../../src/worker/store/within.ts";
import { partsWith, RACE } from "../fixture.ts";

const KEY = `race:${RACE.id}`;
const PAGE = `page:${RACE.id}`;
const SECTION = `section:${RACE.id}:turnout`;
const TABLE = `section:${RACE.id}:turnout.csv`;
const LATER = "2030-06-19T13:00:00-04:00";

const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

/** What a second publication does that follows the race as it was. */
async function planAfterFirst(change: Partial<RaceDocument>) {
  const { published } = planPublication(NOTHING_PUBLISHED, await partsWith());
  return planPublication(published, await partsWith({ publication: 2, ...change }));
}

test("a race is a list of parts, the document last, each with its bytes, tag and media type", async () => {
  const parts = await partsWith();
  expect(parts.map(({ key, mediaType }) => [key, mediaType])).toEqual([
    [SECTION, "application/json"],
    [TABLE, "text/csv; charset=utf-8"],
    [PAGE, "text/html; charset=utf-8"],
    [KEY, "application/json"],
  ]);
  for (const { bytes, etag, mediaType, metadata } of parts) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
    const hash = btoa(String.fromCharCode(...digest));
    expect(etag).toBe(`"${hash.replaceAll("+", "-").replaceAll("/", "_").slice(0, 22)}"`);
    expect(metadata).toMatchObject({ etag, mediaType, status: "upcoming" });
  }
  const [section, table, , document] = parts;
  expect(new TextDecoder().decode(table?.bytes)).toBe("date,mode,ballots\r\n");
  expect(JSON.parse(new TextDecoder().decode(document?.bytes))).toEqual(RACE);
  const stamp = { revision: 1, updatedAt: RACE.updatedAt, status: "upcoming" };
  expect(section?.metadata).toEqual({
    etag: section?.etag,
    mediaType: "application/json",
    ...stamp,
  });
  expect(document?.metadata).toEqual({
    etag: document?.etag,
    mediaType: "application/json",
    ...stamp,
    next: 300,
    title: RACE.title,
    electionDate: "2030-06-20",
    test: true,
  });
});

test("the first publication puts every part", async () => {
  const plan = planPublication(NOTHING_PUBLISHED, await partsWith());
  expect(plan).toMatchObject({ changed: true, removals: [], published: { publication: 1 } });
  expect(keys(plan.puts)).toEqual([SECTION, TABLE, PAGE, KEY]);
  expect(Object.keys(plan.published.parts)).toEqual([SECTION, TABLE, PAGE, KEY]);
});

test("the same again, even as a later revision, is nothing to put", async () => {
  const { published } = planPublication(NOTHING_PUBLISHED, await partsWith());
  const parts = await partsWith({ revision: 2, publication: 2, updatedAt: LATER });
  expect(planPublication(published, parts)).toEqual({
    changed: false,
    published,
    puts: [],
    removals: [],
  });
});

test("only parts whose bytes changed are put", async () => {
  const plan = await planAfterFirst({ office: "New", revision: 7, updatedAt: LATER });
  expect(keys(plan.puts)).toEqual([PAGE, KEY]);
  expect(plan.published.publication).toBe(2);
  expect(plan.puts[1]?.metadata).toMatchObject({ revision: 7, updatedAt: LATER });
});

test("a document with nothing new of its own is put with a changed section, for its number", async () => {
  const parts = await partsWith();
  const { published } = planPublication(NOTHING_PUBLISHED, parts);
  const [, table, page, document] = await partsWith({ publication: 2, updatedAt: LATER });
  const section = { ...parts[0]!, etag: '"other"', content: "other" };
  const plan = planPublication(published, [section, table!, page!, document!]);
  expect(keys(plan.puts)).toEqual([SECTION, PAGE, KEY]);
});

test("a new status puts every section again, for their cache lifetimes", async () => {
  const { puts } = await planAfterFirst({ status: "voting" });
  expect(keys(puts)).toEqual([SECTION, TABLE, PAGE, KEY]);
  expect(puts.map(({ metadata }) => metadata.status)).toEqual(Array(4).fill("voting"));
});

test("a section that is no more is removed with its table", async () => {
  const { published } = planPublication(NOTHING_PUBLISHED, await partsWith());
  const document = (await partsWith({ publication: 2 })).slice(-2);
  const plan = planPublication(published, document);
  expect(plan.removals).toEqual([SECTION, TABLE]);
  expect(Object.keys(plan.published.parts)).toEqual([PAGE, KEY]);
});

test("a race without parts is withdrawn, once, and comes back as a new publication", async () => {
  const { published } = planPublication(NOTHING_PUBLISHED, await partsWith());
  const gone = planPublication(published, []);
  expect(gone).toEqual({
    changed: true,
    published: { publication: 2, parts: {} },
    puts: [],
    removals: [SECTION, TABLE, PAGE, KEY],
  });
  expect(planPublication(gone.published, []).changed).toBe(false);
  expect(planPublication(NOTHING_PUBLISHED, []).changed).toBe(false);
  const back = planPublication(gone.published, await partsWith({ publication: 3 }));
  expect(back.published.publication).toBe(3);
  expect(keys(back.puts)).toEqual([SECTION, TABLE, PAGE, KEY]);
});

test("what is delivered stands in KV, and a failure names the key and can be made good", async () => {
  const plan = planPublication(NOTHING_PUBLISHED, await partsWith());
  const failing = {
    put: (key: string, value: Uint8Array, options: { metadata: object }) =>
      key === KEY
        ? Promise.reject(new Error("429 Too Many Requests"))
        : env.RACES.put(key, value, options),
    delete: (key: string) => env.RACES.delete(key),
  };
  const io = { timer: realTimer, landedLate: () => undefined };
  await expect(deliver({ ...io, kv: failing }, plan)).rejects.toThrow(`KV could not write ${KEY}`);
  expect(await env.RACES.get(KEY)).toBeNull();
  await deliver({ ...io, kv: env.RACES }, plan);
  for (const { key, bytes, metadata } of plan.puts) {
    const found = await env.RACES.getWithMetadata(key, "arrayBuffer");
    expect(new Uint8Array(found.value!)).toEqual(bytes);
    expect(found.metadata).toEqual(metadata);
  }
  await deliver({ ...io, kv: env.RACES }, { puts: [], removals: [SECTION, TABLE, PAGE, KEY] });
  expect((await env.RACES.list()).keys).toEqual([]);
});

test("a title that fits is kept whole", async () => {
  const title = "x".repeat(300);
  const metadata = await longestMetadata(title);
  expect(metadata).toMatchObject({ title });
  expect(sizeOf(metadata)).toBeLessThanOrEqual(METADATA_LIMIT_BYTES);
});

test.each([
  ["umlauts", "ü", 600],
  ["emoji families", "👩‍👩‍👧‍👦", 300],
  ["quotes", '"', 600],
])("of a long title of %s as many characters stay as fit", async (_, character, times) => {
  const metadata = await longestMetadata(character.repeat(times));
  const { title } = metadata;
  const whole = (title.length - 1) / character.length;
  expect(title).toBe(`${character.repeat(whole)}…`);
  expect(sizeOf(metadata)).toBeLessThanOrEqual(METADATA_LIMIT_BYTES);
  const oneMore = { ...metadata, title: character + title };
  expect(sizeOf(oneMore)).toBeGreaterThan(METADATA_LIMIT_BYTES);
});

test("a title in any language comes back from KV as it went in", async () => {
  const title = "TEST: elección – 選挙";
  const metadata = await longestMetadata(title);
  await env.RACES.put("race:any-language", "{}", { metadata });
  const found = await env.RACES.getWithMetadata<RaceMetadata>("race:any-language");
  expect(found.metadata?.title).toBe(title);
});

/** The longest metadata there can be: the longest id and status, a huge revision. */
async function longestMetadata(title: string): Promise<RaceMetadata> {
  const id = "a".repeat(64);
  const revision = Number.MAX_SAFE_INTEGER;
  const parts = await partsWith({ title, id, revision, status: "certified" });
  return parts.at(-1)!.metadata as RaceMetadata;
}

function sizeOf(metadata: object): number {
  return new TextEncoder().encode(JSON.stringify(metadata)).byteLength;
}
