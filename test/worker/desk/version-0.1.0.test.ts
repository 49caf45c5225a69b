import { env } from "cloudflare:workers";
import { evictDurableObject, reset, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { verifyChain } from "../../../src/contract/desk/revision-chain.ts";
import type { Revision } from "../../../src/contract/desk/revisions.ts";
import { source } from "../../../src/worker/desk/look.ts";
import { sha256 } from "../../../src/worker/desk/storage/digest.ts";
import { currentState } from "../../../src/worker/desk/storage/migrate-state.ts";
import { makeTables } from "../../../src/worker/desk/storage/tables.ts";
import { summarize } from "../../../src/worker/desk/summary.ts";
import { approve } from "../../../src/worker/desk/writes/release.ts";
import called from "./fixtures/called-race-0.1.0.json";
import rows from "./fixtures/rows-0.1.0.json";
import { client, deskStub, hurry, pollJson, RACE_ID, readAs } from "./fixture.ts";
import { inKv, simulate, TERMS } from "./simulation.ts";

// Every row of a desk that version 0.1.0 wrote, with a held change, and with a publication that a
// crash cut short before KV had any of it.

afterEach(reset);

const CRASHED = "2030-06-10T12:00:20.000Z";

async function fill(tables: Readonly<Record<string, readonly object[]>> = rows): Promise<void> {
  await runInDurableObject(deskStub(), (_, { storage }) => {
    makeTables(storage.sql, RACE_ID);
    storage.sql.exec("DELETE FROM state");
    for (const [table, list] of Object.entries(tables))
      for (const row of list) {
        const columns = Object.keys(row);
        const marks = columns.map(() => "?").join(", ");
        const values = Object.values(row).map(valueOf);
        storage.sql.exec(
          `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`,
          ...values,
        );
      }
  });
}

function valueOf(value: string | number | null | { readonly base64: string }): SqlStorageValue {
  if (value === null || typeof value !== "object") return value;
  return Uint8Array.from(atob(value.base64), (character) => character.codePointAt(0) ?? 0).buffer;
}

test("a desk that 0.1.0 wrote opens, carries out what was on its way, and goes on publishing", async () => {
  await fill();
  await simulate(CRASHED, async (s) => {
    expect(await summarize(s.desk)).toMatchObject({
      race: RACE_ID,
      revision: 5,
      hash: rows.revisions.at(-1)?.hash,
      held: 1,
      publishing: { publication: { n: 2 }, pending: true, behind: 1 },
    });
    const polls = await source(s.desk.sql, "polls");
    const { polls: kept } = JSON.parse(new TextDecoder().decode(polls?.body));
    expect(kept.map(({ id }: { id: string }) => id)).toEqual(["p1", "p2"]);

    await s.wake();
    const { etag } = JSON.parse(rows.outbox.at(-1)?.metadata ?? "");
    expect(await inKv()).toMatchObject({
      document: { publication: 3, revision: 5 },
      metadata: { etag },
    });
    expect(await summarize(s.desk)).toMatchObject({
      publishing: { publication: { n: 3, etag }, pending: false, behind: 0, failures: 0 },
    });

    await s.put("polls", { polls: [pollJson("p1", 50, 45)] });
    await s.pass(10_000);
    expect((await inKv())?.document).toMatchObject({ publication: 4, revision: 6 });
    const section = await env.RACES.get<{ polls: unknown[] }>(`section:${RACE_ID}:polls`, "json");
    expect(section?.polls).toHaveLength(1);
    expect(await env.RACES.get(`section:${RACE_ID}:turnout.csv`)).toContain("1200");
    expect(s.reports).toEqual([]);

    // What waited to be released can be released, and a section can be taken away.
    await approve(s.desk, RACE_ID, 1, { ...TERMS, author: "editor" });
    const removal = await s.send("delete", "polls", null);
    if (removal.kind === "held") await approve(s.desk, RACE_ID, removal.held, TERMS);
    await s.pass(10_000);
    expect(await env.RACES.get(`section:${RACE_ID}:polls`)).toBeNull();
    expect(await env.RACES.get(`section:${RACE_ID}:turnout.csv`)).toContain("900");
  });
});

test("what 0.1.0 kept of a publication is known by key, and a withdrawn race has no parts", () => {
  const race = () => "a-b";
  const published = { publication: 7, content: { race: "x", polls: "y", "polls.csv": "z" } };
  const outbox = { publication: 8, lastRevision: 9, failed: true };
  const withdrawn = { publication: 8, content: { race: "withdrawn" } };
  expect(currentState({ published, outbox: { ...outbox, published: withdrawn } }, race)).toEqual({
    published: {
      publication: 7,
      parts: {
        "race:a-b": { etag: "", content: "x" },
        "section:a-b:polls": { etag: "", content: "y" },
        "section:a-b:polls.csv": { etag: "", content: "z" },
      },
    },
    outbox: { ...outbox, published: { publication: 8, parts: {} } },
  });
  const today = { published: { publication: 1, parts: {} }, outbox: null };
  expect(currentState(today, race)).toEqual({ published: today.published });
});

/** What readers got from 0.1.0, as today's document says it. */
const { es, results, certified, ...same } = called.document;
const { calls, rounds, ...whole } = results;
// Places that have reported are no percent of the count, and one of the areas gives no ballots.
const reporting = { ...whole.reporting, percent: null };
const counted = {
  ...whole,
  reporting,
  rounds: rounds.map((round) => ({ ...round, reporting, ballots: null })),
};

test("calls, a certificate and Spanish names that 0.1.0 stored are there in today's form", async () => {
  await fill(called.tables);
  await evictDurableObject(deskStub());
  const { ask } = await client();
  const get = async (path: string) => (await ask("GET", `${RACE_ID}/desk/${path}`)).json();
  expect(await get("calls")).toEqual({ calls });
  expect(await get("race")).toMatchObject({ translations: { es }, certified: [certified] });
  expect(await get("race")).not.toHaveProperty("calls");
  // A note is for editors, who keep it.
  expect(JSON.stringify(await get("polls"))).toContain("TEST note of an editor");

  await hurry();
  const document = await (await readAs(RACE_ID)).json();
  const { revision, publication, updatedAt, staleAfter, polls, money, ...others } = same;
  // The printed form of an amount is called as everywhere else.
  const rest = {
    ...others,
    money: JSON.parse(JSON.stringify(money).replaceAll('"printed"', '"text"')),
  };
  expect(document).toMatchObject({ ...rest, results: counted, calls, certified: [certified] });
  expect(document).toMatchObject({
    polls: { count: polls.count },
    publication: publication + 1,
    revision: revision + 2,
  });
  // Notes went, and fields that came since say that there is nothing.
  const today = (list: readonly object[]) =>
    list.map((row) => ({
      ...row,
      note: undefined,
      ...("measure" in row && "mode" in row && { other: null }),
      ...("amount" in row && { atMost: false, atLeast: false }),
    }));
  for (const [section, list] of [
    ["polls", "polls"],
    ["turnout", "counts"],
    ["results", "counts"],
    ["money", "entries"],
  ] as const) {
    const now = await (await readAs(`${RACE_ID}/${section}`)).json<Record<string, object[]>>();
    const was: Readonly<Record<string, unknown>> = called.sections[section];
    expect(now[list]).toEqual(today(was[list] as object[]));
    expect(JSON.stringify(now)).not.toContain("TEST note");
  }

  // It happens once, as revisions like any other, and what was stored before can be restored.
  await evictDurableObject(deskStub());
  const { revisions } = (await get("revisions")) as { revisions: Revision[] };
  expect(revisions.map(({ section, author }) => [section, author]).slice(0, 3)).toEqual([
    ["race", "upgrade:0.1.0"],
    ["calls", "upgrade:0.1.0"],
    ["money", "desk"],
  ]);
  expect(await verifyChain(revisions.toReversed(), sha256)).toMatchObject({ ok: true });
  const restored = await ask("POST", `${RACE_ID}/desk/revisions/2/restore`);
  expect(await restored.json()).toMatchObject({ status: "unchanged", section: "race" });
});
