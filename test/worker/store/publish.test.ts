import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { METADATA_LIMIT_BYTES, type RaceMetadata } from "../../../src/worker/store/keys.ts";
import { planPublication } from "../../../src/worker/store/plan-publication.ts";
import { publish, putPlan, readPublished } from "../../../src/worker/store/publish.ts";
import { compileWith, RACE } from "../fixture.ts";

const KEY = `race:${RACE.id}`;
const TABLE = `section:${RACE.id}:turnout.csv`;
const SECTION = `section:${RACE.id}:turnout`;
const NOON = "2030-06-19T12:00:00-04:00";
const LATER = "2030-06-19T13:00:00-04:00";

async function stored(key: string) {
  const { value, metadata } = await env.RACES.getWithMetadata<RaceMetadata>(key);
  return { value, metadata };
}

test("the first publication writes all keys, the race document last", async () => {
  const plan = await publish(env.RACES, RACE.id, compileWith(), NOON);
  expect(plan.changed).toBe(true);
  expect(plan.writes.map((write) => write.key)).toEqual([SECTION, TABLE, KEY]);

  const { value, metadata } = await stored(KEY);
  const document = JSON.parse(value!);
  expect(document).toEqual({ ...RACE, publication: 1, updatedAt: NOON });
  expect(metadata).toEqual({
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    revision: 1,
    updatedAt: NOON,
    status: "upcoming",
    next: 300,
    title: RACE.title,
    electionDate: "2030-06-20",
    test: true,
    publication: 1,
    content: {
      race: expect.stringMatching(/^[\w-]{16}$/),
      turnout: expect.any(String),
      "turnout.csv": expect.any(String),
    },
  });
  expect((await stored(SECTION)).metadata).toEqual({
    etag: expect.stringMatching(/^"[\w-]{22}"$/),
    revision: 1,
    updatedAt: NOON,
    status: "upcoming",
  });
  expect((await stored(TABLE)).value).toBe("date,mode,ballots\r\n");
});

test("publishing the same again, even as a later revision, touches nothing", async () => {
  await publish(env.RACES, RACE.id, compileWith(), NOON);
  const before = await stored(KEY);
  const plan = await publish(env.RACES, RACE.id, compileWith({ revision: 2 }), LATER);
  expect(plan).toMatchObject({ changed: false, writes: [], removals: [] });
  expect(plan.published.publication).toBe(1);
  expect(plan.unchanged).toEqual([SECTION, TABLE, KEY]);
  expect(await stored(KEY)).toEqual(before);
});

test("a changed race is one publication more, and leaves unchanged sections as they are", async () => {
  const id = "changes";
  await publish(env.RACES, id, compileWith({ id }), NOON);
  const section = await stored(`section:${id}:turnout`);
  const plan = await publish(env.RACES, id, compileWith({ id, office: "New", revision: 7 }), LATER);
  expect(plan.writes.map((write) => write.key)).toEqual([`race:${id}`]);
  expect(plan.unchanged).toEqual([`section:${id}:turnout`, `section:${id}:turnout.csv`]);
  const { value, metadata } = await stored(`race:${id}`);
  expect(JSON.parse(value!)).toMatchObject({ office: "New", publication: 2, updatedAt: LATER });
  expect(metadata).toMatchObject({ publication: 2, revision: 7, updatedAt: LATER });
  expect(await stored(`section:${id}:turnout`)).toEqual(section);
});

test("a new status writes every section again, for their cache lifetimes", async () => {
  const id = "status-moves";
  await publish(env.RACES, id, compileWith({ id }), NOON);
  const plan = await publish(env.RACES, id, compileWith({ id, status: "voting" }), LATER);
  expect(plan.writes).toHaveLength(3);
  expect((await stored(`section:${id}:turnout.csv`)).metadata?.status).toBe("voting");
});

test("a section that is no more is removed with its table", async () => {
  const id = "loses-section";
  await publish(env.RACES, id, compileWith({ id }), NOON);
  const plan = await publish(
    env.RACES,
    id,
    (...stamp) => ({ ...compileWith({ id })(...stamp), sections: {} }),
    LATER,
  );
  expect(plan.removals).toEqual([`section:${id}:turnout`, `section:${id}:turnout.csv`]);
  expect(plan.published).toMatchObject({ publication: 2, content: { race: expect.any(String) } });
  expect((await stored(`section:${id}:turnout`)).value).toBeNull();
  expect(await readPublished(env.RACES, id)).toEqual(plan.published);
});

test("a plan is a dry run: it touches nothing", async () => {
  const id = "dry-run";
  const plan = await planPublication(null, compileWith({ id }), NOON);
  expect(plan.writes).toHaveLength(3);
  expect(await readPublished(env.RACES, id)).toBeNull();
});

test("the same input makes the same bytes and tags", async () => {
  const [one, two] = await Promise.all([
    planPublication(null, compileWith(), NOON),
    planPublication(null, compileWith(), NOON),
  ]);
  expect(one).toEqual(two);
});

test("after a failure half way the old publication stands, and the same plan can be carried out again", async () => {
  const id = "half-way";
  await publish(env.RACES, id, compileWith({ id }), NOON);
  const before = await readPublished(env.RACES, id);
  const plan = await planPublication(before, compileWith({ id, status: "voting" }), LATER);
  const failing = {
    put: (key: string, value: Uint8Array, options: { metadata: object }) =>
      key.startsWith("race:")
        ? Promise.reject(new Error("429 Too Many Requests"))
        : env.RACES.put(key, value, options),
    delete: (key: string) => env.RACES.delete(key),
    getWithMetadata: env.RACES.getWithMetadata.bind(env.RACES),
  };
  await expect(putPlan(failing, plan)).rejects.toThrow(`KV could not write race:${id}`);
  expect(await readPublished(env.RACES, id)).toEqual(before);
  await putPlan(env.RACES, plan);
  expect(await readPublished(env.RACES, id)).toEqual(plan.published);
});

test("a title that fits is kept whole", async () => {
  const title = "x".repeat(300);
  const { metadata } = (await planWorstCase(title)).writes.at(-1)!;
  expect(metadata).toMatchObject({ title });
  expect(sizeOf(metadata)).toBeLessThanOrEqual(METADATA_LIMIT_BYTES);
});

test.each([
  ["umlauts", "ü"],
  ["emoji families", "👩‍👩‍👧‍👦"],
  ["quotes", '"'],
])("of a long title of %s as many characters stay as fit", async (_, character) => {
  const { metadata } = (await planWorstCase(character.repeat(300))).writes.at(-1)!;
  const { title } = metadata as RaceMetadata;
  const whole = (title.length - 1) / character.length;
  expect(title).toBe(`${character.repeat(whole)}…`);
  expect(sizeOf(metadata)).toBeLessThanOrEqual(METADATA_LIMIT_BYTES);
  const oneMore = { ...metadata, title: character + title };
  expect(sizeOf(oneMore)).toBeGreaterThan(METADATA_LIMIT_BYTES);
});

test("a title in any language comes back from KV as it went in", async () => {
  const title = "TEST: elección – 選挙";
  const plan = await planWorstCase(title);
  await putPlan(env.RACES, plan);
  expect((await stored(plan.writes.at(-1)!.key)).metadata?.title).toBe(title);
});

/** The longest metadata there can be: all sections, the longest id and status, a huge revision. */
function planWorstCase(title: string) {
  const change = { title, id: "a".repeat(64), revision: Number.MAX_SAFE_INTEGER };
  const all = ["polls", "turnout", "results", "money"] as const;
  return planPublication(
    null,
    (...stamp) => {
      const compiled = compileWith({ ...change, status: "certified" })(...stamp);
      const { turnout } = compiled.sections;
      return {
        ...compiled,
        sections: Object.fromEntries(all.map((section) => [section, turnout])),
        csv: Object.fromEntries(all.map((section) => [section, "a,b\r\n"])),
      };
    },
    NOON,
  );
}

function sizeOf(metadata: object): number {
  return new TextEncoder().encode(JSON.stringify(metadata)).byteLength;
}
