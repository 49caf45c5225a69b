import { env, exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { operations } from "../../src/contract/operations.ts";
import { SECTIONS } from "../../src/race/sections/index.ts";
import { CARD_CHOICES } from "../../src/worker/pages/embed.tsx";
import { client, hurry, pollJson, raceJson } from "./desk/fixture.ts";

/** The Worker's memory outlasts a test's file, so no other has this race. */
const RACE_ID = "us-xx-01-public-bytes";

/** What nobody without a token may ever get, in any byte. */
const NOTES = ["remark-on-a-poll", "remark-on-ballots", "remark-on-money", "remark-on-a-change"];
const NAMES = ["Anny the Alias", "hidden-gate.example"];
const EMBARGOED = ["poll-to-come", "71.93", "719371", "7193719"];
const NEVER = [...NOTES, ...NAMES, ...EMBARGOED];
/** What the race document may say, and nothing that is passed on as data. */
const SHOWN_ONLY = ["38.37", "383737", "3837373"];

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
/** Recent enough for an average, over in every time zone. */
const FIELD = { start: daysAgo(5), end: daysAgo(3) };
/** Two days ahead is after today in every time zone. */
const LATER = daysAgo(-2);

const BODIES = {
  race: raceJson({
    id: RACE_ID,
    candidates: [
      {
        id: "a",
        name: "Ann Ames",
        shortName: "Ames",
        party: { code: "R", name: "Red" },
        aliases: ["Anny the Alias"],
      },
      { id: "b", name: "Bob Byrd", shortName: "Byrd", party: { code: "B", name: "Blue" } },
    ],
    sources: [
      { id: "s", name: "Source of the tests" },
      { id: "w", name: "TEST Wire", redistribution: "card" },
    ],
    feeds: [
      {
        id: "f",
        section: "results",
        format: "csv",
        url: "https://hidden-gate.example/results.csv",
        source: "s",
        everySeconds: 3600,
      },
    ],
  }),
  polls: {
    polls: [
      { ...pollJson("p1", 48, 46), note: "remark-on-a-poll" },
      { ...pollJson("p2", 38.37, 47), source: "w" },
      { ...pollJson("poll-to-come", 71.93, 20), publishedAt: TOMORROW },
    ].map((poll) => ({ ...poll, field: FIELD })),
  },
  turnout: {
    counts: [
      { date: "2020-06-09", mode: "absentee_mail", ballots: 100, source: "s" },
      { date: "2020-06-10", mode: "absentee_mail", ballots: 383_737, source: "w" },
      { date: LATER, mode: "absentee_mail", ballots: 719_371, source: "s" },
    ].map((row) => ({ ...row, note: "remark-on-ballots" })),
  },
  money: {
    entries: [
      { asOf: "2020-06-01", amount: 3_837_373, source: "w" },
      { asOf: LATER, amount: 7_193_719, source: "s" },
    ].map((row) => ({ ...row, measure: "receipts", candidate: "a", note: "remark-on-money" })),
  },
};

beforeAll(async () => {
  const { ask } = await client();
  for (const [section, json] of Object.entries(BODIES)) {
    const path = `${RACE_ID}/desk/${section}?note=remark-on-a-change`;
    const answer = await ask("PUT", path, { json });
    if (answer.status !== 200) throw new Error(`${section}: ${await answer.text()}`);
    await hurry(RACE_ID);
  }
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Every address that can be asked without a token, by the contract's own list. */
async function publicAddresses(): Promise<readonly string[]> {
  const list = await fetchPublic(`/v1/races/${RACE_ID}/publications`);
  const { publications } = (await list.json()) as { publications: { n: number }[] };
  expect(publications.length).toBeGreaterThan(2);
  const open = operations([]).filter(({ scope, method }) => scope === null && method === "get");
  return open.flatMap(({ path }) => {
    const address = path.replace("{id}", RACE_ID);
    if (address.includes("{card}"))
      return CARD_CHOICES.flatMap((card) =>
        ["", ".html"].map((form) => address.replace("{card}", card + form)),
      );
    return address.includes("{n}")
      ? publications.map(({ n }) => address.replace("{n}", `${n}`))
      : [address];
  });
}

function fetchPublic(path: string): Promise<Response> {
  return exports.default.fetch(new Request(`https://topline.test${path}`));
}

function foundIn(said: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => said.includes(secret));
}

async function everyByte(answer: Response): Promise<string> {
  return JSON.stringify([...answer.headers]) + (await answer.text());
}

test("no public address says a note, an alias, a feed's address or what is under embargo", async () => {
  const addresses = await publicAddresses();
  expect(addresses).toEqual(expect.arrayContaining([`/v1/races/${RACE_ID}`, "/v1/races"]));
  for (const section of SECTIONS)
    expect(addresses).toContain(`/v1/races/${RACE_ID}/${section}.csv`);
  for (const address of addresses) {
    const said = await everyByte(await fetchPublic(address));
    expect([address, ...foundIn(said, NEVER)]).toEqual([address]);
  }
});

test("figures that may only be shown are in race documents and on cards, and at no other address", async () => {
  const document = await everyByte(await fetchPublic(`/v1/races/${RACE_ID}`));
  for (const figure of SHOWN_ONLY) expect(document).toContain(figure);
  const isShown = (address: string) =>
    address === `/v1/races/${RACE_ID}` ||
    /\/publications\/\d+$/.test(address) ||
    /^\/(?:races|embed)\//.test(address);
  const others = (await publicAddresses()).filter((address) => !isShown(address));
  expect(others.length).toBeGreaterThan(2 * SECTIONS.length);
  for (const address of others) {
    const said = await everyByte(await fetchPublic(address));
    expect([address, ...foundIn(said, SHOWN_ONLY)]).toEqual([address]);
  }
});

test("nor does anything in KV, from which all of it is read", async () => {
  const { keys } = await env.RACES.list();
  expect(keys.length).toBeGreaterThan(6);
  for (const key of keys) {
    const value = (await env.RACES.get(key.name)) ?? "";
    const said = JSON.stringify(key) + value;
    expect([key.name, ...foundIn(said, NEVER)]).toEqual([key.name]);
  }
});

test("the desk tells all of it to whoever has a token, so the secrets were there", async () => {
  const { ask: askDesk } = await client();
  const paths = ["race", "polls", "turnout", "money", "revisions"];
  const answers = paths.map(async (path) =>
    (await askDesk("GET", `${RACE_ID}/desk/${path}`)).text(),
  );
  const said = (await Promise.all(answers)).join();
  const secrets = [...NEVER, ...SHOWN_ONLY];
  expect(foundIn(said, secrets)).toEqual(secrets);
});
