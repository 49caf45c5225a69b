import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import type { HoldReason } from "../../../../src/contract/desk/hold-reason.ts";
import type { HeldChange } from "../../../../src/contract/desk/held.ts";
import {
  type Client,
  client,
  hurry,
  pollJson,
  raceJson,
  RACE_ID,
  readAs,
  ring,
} from "../fixture.ts";
import { inKv } from "../simulation.ts";

afterEach(reset);

const DESK = `${RACE_ID}/desk`;

/** Polls have closed, so results are in order. */
const RACE = raceJson({
  electionDate: "2020-06-16",
  voting: { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" },
  turnout: {
    registered: {
      count: 9000,
      basis: { en: "registered voters", es: "votantes registrados" },
      source: "s",
      asOf: "2020-06-01",
    },
  },
  gate: { jumpFactor: 2 },
});

const POLLS = { polls: [pollJson("p1", 48, 46)] };
const TURNOUT = {
  counts: [{ date: "2020-06-10", mode: "unspecified", ballots: 5000, source: "s" }],
};
const votes = (a: number, b: number) => ({
  counts: [
    { candidate: "a", value: a },
    { candidate: "b", value: b },
  ].map((row) => ({
    ...row,
    area: "Fulton",
    measure: "votes",
    asOf: "2020-06-16T21:00:00-04:00",
    source: "s",
  })),
});
const RESULTS = votes(2000, 1900);

async function filledDesk(): Promise<Client> {
  const desk = await client();
  for (const [section, json] of Object.entries({
    race: RACE,
    polls: POLLS,
    turnout: TURNOUT,
    results: RESULTS,
  }))
    expect((await desk.ask("PUT", `${DESK}/${section}`, { json })).status).toBe(200);
  await ring();
  return desk;
}

type Example = {
  readonly rule: HoldReason["rule"];
  readonly method?: string;
  readonly section: string;
  readonly json?: unknown;
  /** What readers have once it is released. */
  readonly released: object;
};

const tooMany = { ...pollJson("p2", 60, 50) };
/** Out before its field work had ended. */
const tooSoon = { ...pollJson("p2", 48, 46), publishedAt: "2020-06-01" };
const stranger = { id: "c", name: "Cy Coe", shortName: "Coe", party: { code: "G", name: "Green" } };

/** Stands for a race that KV has nothing of. */
const WITHDRAWN = { withdrawn: true };

const EXAMPLES: readonly Example[] = [
  {
    rule: "counter_falls",
    section: "results",
    json: votes(2000, 1799),
    released: { results: { rounds: [{ votes: 3799 }] } },
  },
  {
    rule: "emptied",
    method: "DELETE",
    section: "turnout",
    released: { revision: 5 },
  },
  {
    rule: "jump",
    section: "results",
    json: votes(2000, 3900),
    released: { results: { rounds: [{ votes: 5900 }] } },
  },
  {
    rule: "over_ceiling",
    method: "POST",
    section: "turnout",
    json: { counts: [{ date: "2020-06-11", mode: "unspecified", ballots: 9001, source: "s" }] },
    released: { turnout: { ballots: 9001 } },
  },
  {
    rule: "poll_shares",
    method: "POST",
    section: "polls",
    json: { polls: [tooMany] },
    released: { polls: { count: 2 } },
  },
  {
    rule: "poll_dates",
    method: "POST",
    section: "polls",
    json: { polls: [tooSoon] },
    released: { polls: { count: 2 } },
  },
  {
    rule: "gate_loosened",
    section: "race",
    json: { ...RACE, gate: { jumpFactor: 50 }, title: "TEST: another title" },
    released: { title: "TEST: another title" },
  },
  {
    rule: "race_withdrawn",
    method: "DELETE",
    section: "race",
    released: WITHDRAWN,
  },
];

test.each(EXAMPLES)(
  "$rule ($section): held, unseen, dropped; sent again, released",
  async ({ rule, method = "PUT", section, json, released }) => {
    const { ask } = await filledDesk();
    const before = await inKv();
    const send = () => ask(method, `${DESK}/${section}`, json === undefined ? {} : { json });

    const first = await send();
    expect(first.status).toBe(202);
    const held = (await first.json()) as { held: number; reasons: HoldReason[] };
    expect(held.reasons.map((reason) => reason.rule)).toContain(rule);
    await ring();
    expect(await inKv()).toEqual(before);
    const shown = await ask("GET", `${DESK}/held/${held.held}`);
    expect(await shown.json()).toMatchObject({ author: "desk", section, reasons: held.reasons });

    expect((await ask("DELETE", `${DESK}/held/${held.held}`)).status).toBe(204);
    expect((await ask("POST", `${DESK}/held/${held.held}/approve`)).status).toBe(404);
    await ring();
    expect(await inKv()).toEqual(before);

    const again = (await (await send()).json()) as { held: number };
    expect(again.held).not.toBe(held.held);
    const approved = await ask("POST", `${DESK}/held/${again.held}/approve`);
    expect(await approved.json()).toMatchObject({ status: "stored", section, revision: 5 });
    await hurry();
    expect((await inKv())?.document ?? WITHDRAWN).toMatchObject(released);
    const revision = await ask("GET", `${DESK}/revisions/5`);
    expect(await revision.json()).toMatchObject({ author: "desk", approver: "desk" });
    expect(await heldNumbers(ask)).toEqual([]);
  },
);

test("candidate_gone: held before anything of theirs is counted", async () => {
  const { ask } = await client();
  const three = { ...RACE, candidates: [...RACE.candidates, stranger] };
  await ask("PUT", `${DESK}/race`, { json: three });
  await ring();
  const before = await inKv();
  const put = await ask("PUT", `${DESK}/race`, { json: RACE });
  const { held, reasons } = (await put.json()) as { held: number; reasons: HoldReason[] };
  expect([put.status, reasons[0]?.rule]).toEqual([202, "candidate_gone"]);
  expect(await inKv()).toEqual(before);
  await ask("POST", `${DESK}/held/${held}/approve`);
  await hurry();
  expect((await inKv())?.document.candidates).toHaveLength(2);
});

test("early_votes: votes before polls close are held", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ring();
  const before = await inKv();
  const put = await ask("PUT", `${DESK}/results`, { json: RESULTS });
  const { held, reasons } = (await put.json()) as { held: number; reasons: HoldReason[] };
  expect([put.status, reasons[0]?.rule]).toEqual([202, "early_votes"]);
  expect(await inKv()).toEqual(before);
  expect((await ask("DELETE", `${DESK}/held/${held}`)).status).toBe(204);
  expect((await ask("GET", `${DESK}/results`)).status).toBe(404);
});

test("releasing is refused once the section has moved, and names what was missed", async () => {
  const { ask } = await filledDesk();
  const put = await ask("PUT", `${DESK}/results`, { json: votes(1500, 1900) });
  const { held } = (await put.json()) as { held: number };
  await ask("PUT", `${DESK}/results`, { json: votes(2100, 1950) });
  const approved = await ask("POST", `${DESK}/held/${held}/approve`);
  expect(approved.status).toBe(412);
  expect(await approved.json()).toMatchObject({ revision: 5, missed: [{ n: 5, author: "desk" }] });
  expect(await heldNumbers(ask)).toEqual([held]);
});

test("a race can ask that somebody else releases, and tokens without the scope can't", async () => {
  const { ask } = await client("anna", ["read", "publish", "approve"]);
  const second = await client("ben", ["read", "approve"]);
  const third = await client("carl", ["read", "publish"]);
  await ask("PUT", `${DESK}/race`, { json: { ...RACE, gate: { secondPerson: true } } });
  await ask("PUT", `${DESK}/results`, { json: RESULTS });
  const put = await ask("PUT", `${DESK}/results`, { json: votes(1, 1) });
  const { held } = (await put.json()) as { held: number };
  expect((await ask("POST", `${DESK}/held/${held}/approve`)).status).toBe(403);
  expect((await third.ask("POST", `${DESK}/held/${held}/approve`)).status).toBe(403);
  expect((await second.ask("POST", `${DESK}/held/${held}/approve`)).status).toBe(200);
  const revision = await ask("GET", `${DESK}/revisions/3`);
  expect(await revision.json()).toMatchObject({ author: "anna", approver: "ben" });
});

test("the same doubtful change sent twice is held once", async () => {
  const { ask } = await filledDesk();
  for (let i = 0; i < 3; i++) await ask("PUT", `${DESK}/results`, { json: votes(1, 1) });
  expect(await heldNumbers(ask)).toHaveLength(1);
});

test("rolling back passes the gate too", async () => {
  const { ask } = await filledDesk();
  await ask("PUT", `${DESK}/results`, { json: votes(2500, 2400) });
  const restored = await ask("POST", `${DESK}/revisions/4/restore`);
  expect(restored.status).toBe(202);
  const { held } = (await restored.json()) as { held: number };
  await ask("POST", `${DESK}/held/${held}/approve`);
  const revision = await ask("GET", `${DESK}/revisions/6`);
  expect(await revision.json()).toMatchObject({ action: "restore", restores: 4, approver: "desk" });
});

async function heldNumbers(ask: Client["ask"]): Promise<number[]> {
  const { held } = (await (await ask("GET", `${DESK}/held`)).json()) as { held: HeldChange[] };
  return held.map((change) => change.held);
}

test("a correction told at the release reaches readers, and else the one it was sent with", async () => {
  const { ask } = await filledDesk();
  const hold = async (a: number, query = "") => {
    const put = await ask("PUT", `${DESK}/results${query}`, { json: votes(a, 1900) });
    return ((await put.json()) as { held: number }).held;
  };
  const release = async (held: number, query = "") => {
    expect((await ask("POST", `${DESK}/held/${held}/approve${query}`)).status).toBe(200);
    await hurry();
    const { corrections } = (await (await readAs(RACE_ID)).json()) as {
      corrections: { text: string }[];
    };
    return corrections.map(({ text }) => text);
  };
  expect(await release(await hold(1990), "?correction=Typed%20wrong.")).toEqual(["Typed wrong."]);
  const held = await hold(1980, "?correction=Misread.");
  expect(await release(held)).toEqual(["Typed wrong.", "Misread."]);
});
