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
    json: { ...RACE, gate: { jumpFactor: 50 } },
    // Readers don't see the gate.
    released: { revision: 4 },
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

test("a number that its sender sends again, plausible now, waits no more", async () => {
  const { ask } = await filledDesk();
  const put = await ask("PUT", `${DESK}/results`, { json: votes(1500, 1900) });
  const { held } = (await put.json()) as { held: number };
  await ask("PUT", `${DESK}/results`, { json: votes(2100, 1950) });
  expect((await ask("POST", `${DESK}/held/${held}/approve`)).status).toBe(404);
  expect(await heldNumbers(ask)).toEqual([]);
});

test("a section that was to be emptied isn't, once it has moved", async () => {
  const { ask } = await filledDesk();
  const deleted = await ask("DELETE", `${DESK}/results`);
  const { held } = (await deleted.json()) as { held: number };
  const other = await client("ben");
  await other.ask("PUT", `${DESK}/results`, { json: votes(2100, 1950) });
  const approved = await ask("POST", `${DESK}/held/${held}/approve`);
  expect(approved.status).toBe(412);
  expect(await approved.json()).toMatchObject({ revision: 5, missed: [{ n: 5, author: "ben" }] });
  expect(await heldNumbers(ask)).toEqual([held]);
});

const counties = (counts: Record<string, number>) => ({
  counts: Object.entries(counts).map(([area, value]) => ({
    area,
    candidate: "a",
    measure: "votes",
    value,
    asOf: "2020-06-16T21:00:00-04:00",
    source: "s",
  })),
});

async function countyDesk(
  counts: Record<string, number>,
  race: object = { ...RACE, turnout: {} },
): Promise<Client> {
  const desk = await client();
  await desk.ask("PUT", `${DESK}/race`, { json: race });
  expect((await desk.ask("PUT", `${DESK}/results`, { json: counties(counts) })).status).toBe(200);
  await ring();
  return desk;
}

test("one county in doubt waits, the others go on, and readers are told", async () => {
  const { ask } = await countyDesk({ Cobb: 9366, Fulton: 4000 });
  const json = counties({ Cobb: 93_366, Fulton: 4400 });
  const put = await ask("PUT", `${DESK}/results`, { json });
  expect(put.status).toBe(200);
  const { waiting } = (await put.json()) as { waiting: { held: number; scope: string }[] };
  expect(waiting).toMatchObject([
    {
      section: "results",
      scope: "1.Cobb.votes",
      reasons: [{ rule: "digit_more" }, { rule: "jump" }],
    },
  ]);
  await hurry();
  expect((await inKv())?.document).toMatchObject({
    results: { rounds: [{ votes: 13_766 }] },
    underReview: [{ section: "results", area: "Cobb", measure: "votes", rule: "digit_more" }],
  });
  // The section moves on, and the release still puts in that one number.
  await ask("POST", `${DESK}/results`, { json: counties({ Fulton: 4800 }) });
  await ask("POST", `${DESK}/held/${waiting[0]?.held}/approve`);
  await hurry();
  expect((await inKv())?.document).toMatchObject({
    results: { rounds: [{ votes: 93_366 + 4800 }] },
    underReview: [],
  });
});

test("race.json goes in field by field", async () => {
  const { ask } = await countyDesk({ Cobb: 900 });
  const json = { ...RACE, turnout: {}, timeZone: "America/Toronto", title: "TEST: another title" };
  const put = await ask("PUT", `${DESK}/race`, { json });
  expect(await put.json()).toMatchObject({
    status: "stored",
    waiting: [{ section: "race", scope: "timeZone", reasons: [{ rule: "basis_changed" }] }],
  });
  await hurry();
  expect((await inKv())?.document).toMatchObject({
    title: "TEST: another title",
    timeZone: "America/New_York",
    underReview: [{ section: "race", rule: "basis_changed" }],
  });
});

test("a release is of what was looked at; what came since is judged by that", async () => {
  const { ask } = await countyDesk({ Cobb: 9000, Fulton: 4000 });
  const send = (cobb: number) => ask("POST", `${DESK}/results`, { json: counties({ Cobb: cobb }) });
  const { held } = (await (await send(8000)).json()) as { held: number };
  const seen = await ask("GET", `${DESK}/held/${held}`);
  const tag = { "If-Match": seen.headers.get("ETag") ?? "" };
  expect(((await (await send(5000)).json()) as { held: number }).held).toBe(held);
  const never = { "If-Match": '"0000"' };
  expect((await ask("POST", `${DESK}/held/${held}/approve`, { headers: never })).status).toBe(412);

  const approved = await ask("POST", `${DESK}/held/${held}/approve`, { headers: tag });
  expect(await approved.json()).toMatchObject({
    status: "stored",
    waiting: [{ scope: "1.Cobb.votes" }],
  });
  expect(await (await ask("GET", `${DESK}/results`)).json()).toMatchObject({
    counts: [{ area: "Cobb", value: 8000 }, { area: "Fulton" }],
  });
  expect(await heldNumbers(ask)).toHaveLength(1);
});

test("a release isn't outrun by a feed that goes on counting", async () => {
  const { ask } = await countyDesk({ Cobb: 9000, Fulton: 4000 });
  const send = (cobb: number) => ask("POST", `${DESK}/results`, { json: counties({ Cobb: cobb }) });
  const { held } = (await (await send(8000)).json()) as { held: number };
  const { body } = (await (await ask("GET", `${DESK}/held/${held}`)).json()) as { body: string };
  await send(8100);
  await send(8200);
  const headers = { "If-Match": `"${body}"` };
  await ask("POST", `${DESK}/held/${held}/approve`, { headers });
  expect(await (await ask("GET", `${DESK}/results`)).json()).toMatchObject({
    counts: [{ area: "Cobb", value: 8200 }, { area: "Fulton" }],
  });
  expect(await heldNumbers(ask)).toEqual([]);
});

test("small falls pass, and many small ones don't make a large one", async () => {
  const { ask } = await countyDesk({ Cobb: 9000, Fulton: 4000 });
  const send = async (cobb: number) => {
    const put = await ask("POST", `${DESK}/results`, { json: counties({ Cobb: cobb }) });
    return ((await put.json()) as { status: string }).status;
  };
  expect([await send(8990), await send(8980), await send(8970)]).toEqual([
    "stored",
    "stored",
    "held",
  ]);
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

test("whoever mistyped takes it back by themselves, with the README's token", async () => {
  await filledDesk();
  const { ask } = await client("me", ["read", "publish"]);
  await ask("PUT", `${DESK}/results`, { json: votes(2500, 2400) });
  await ask("PUT", `${DESK}/results`, { json: votes(2600, 2400) });
  const dry = await ask("POST", `${DESK}/revisions/4/restore?dry_run=1`);
  expect(await dry.json()).toMatchObject({ status: "preview", reasons: [] });
  const restored = await ask("POST", `${DESK}/revisions/4/restore`);
  expect([restored.status, await restored.json()]).toMatchObject([200, { revision: 7 }]);
  // The count goes on from there.
  expect((await ask("PUT", `${DESK}/results`, { json: votes(2100, 2000) })).status).toBe(200);
});

test.each([
  [
    "somebody else's revision",
    ({ other }: Pair) => other.ask("PUT", `${DESK}/results`, { json: votes(2500, 2401) }),
  ],
  [
    "somebody else's race.json",
    ({ other }: Pair) =>
      other.ask("PUT", `${DESK}/race`, { json: { ...RACE, office: "TEST other" } }),
  ],
  [
    "a correction that readers were told",
    ({ me }: Pair) =>
      me.ask("PUT", `${DESK}/results?correction=TEST+slip`, { json: votes(2500, 2401) }),
  ],
  [
    "somebody else's held change",
    ({ other }: Pair) => other.ask("PUT", `${DESK}/results`, { json: votes(1, 1) }),
  ],
])("taking back is held where %s lies between", async (_, between) => {
  await filledDesk();
  const me = await client("me", ["read", "publish"]);
  const other = await client("other", ["read", "publish"]);
  await me.ask("PUT", `${DESK}/results`, { json: votes(2500, 2400) });
  expect((await between({ me, other })).status).toBeLessThan(203);
  expect((await me.ask("POST", `${DESK}/revisions/4/restore`)).status).toBe(202);
});

test("nobody takes back a race.json, or goes back beyond what others did, without the gate", async () => {
  await filledDesk();
  const { ask } = await client("me", ["read", "publish"]);
  const late = { opens: RACE.voting.opens, closes: "2020-06-16T20:00:00-04:00" };
  const moved = await ask("PUT", `${DESK}/race`, { json: { ...RACE, voting: late } });
  const back = await ask("POST", `${DESK}/revisions/1/restore`);
  expect([moved.status, back.status]).not.toEqual([200, 200]);
});

test("rolling back passes the gate too", async () => {
  const { ask } = await filledDesk();
  const other = await client("other", ["publish"]);
  await other.ask("PUT", `${DESK}/results`, { json: votes(2500, 2400) });
  const restored = await ask("POST", `${DESK}/revisions/4/restore`);
  expect(restored.status).toBe(202);
  const { held } = (await restored.json()) as { held: number };
  await ask("POST", `${DESK}/held/${held}/approve`);
  const revision = await ask("GET", `${DESK}/revisions/6`);
  expect(await revision.json()).toMatchObject({ action: "restore", restores: 4, approver: "desk" });
});

type Pair = { readonly me: Client; readonly other: Client };

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

test("what a source lowers itself and what becomes of calls are two public logs", async () => {
  const { ask } = await countyDesk({ Cobb: 90_000, Fulton: 4000 });
  const lowered = counties({ Cobb: 89_990, Fulton: 4000 });
  expect((await ask("PUT", `${DESK}/results`, { json: lowered })).status).toBe(200);
  const made = {
    candidate: "a",
    caller: "Test Wire",
    at: "2020-06-16T22:00:00-04:00",
    source: "s",
  };
  for (const calls of [[made], []]) {
    expect((await ask("PUT", `${DESK}/calls`, { json: { calls } })).status).toBe(200);
    await hurry();
  }
  const call = { round: 1, candidate: "a", caller: "Test Wire" };
  expect((await inKv())?.document).toMatchObject({
    revisions: [{ section: "results", area: "Cobb", before: 90_000, after: 89_990 }],
    callChanges: [
      { ...call, change: "made", was: null, is: "won" },
      { ...call, change: "withdrawn", was: "won", is: null },
    ],
    corrections: [],
  });
});
