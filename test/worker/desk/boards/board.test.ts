import { env } from "cloudflare:workers";
import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { type BoardDocument, boardDocument } from "../../../../src/race/board/document.ts";
import { registryOf } from "../../../../src/worker/desk/registry/registry-of.ts";
import { client, hurry, putLive, raceJson, reader } from "../fixture.ts";
import { boardJson, boardStub, hurryBoard, resultsJson } from "./fixture.ts";

afterEach(reset);

const A = "us-xx-01-test";
const B = "us-xx-02-test";
const BOARD = "test-board";
const PAST = { opens: "2020-06-18T07:00:00-04:00", closes: "2020-06-18T19:00:00-04:00" };
const DESK = `../boards/${BOARD}/desk/board`;

async function board(): Promise<BoardDocument> {
  const answer = await reader()(`../boards/${BOARD}`);
  expect(answer.status).toBe(200);
  return boardDocument.strict().parse(await answer.json());
}

test("a board shows what was last published of its races, and follows them", async () => {
  const { ask } = await client();
  await putLive(B);
  await ask("PUT", `${A}/desk/race`, {
    json: raceJson({ electionDate: "2020-06-18", voting: PAST }),
  });
  await hurry(A);
  const groups = [{ title: "Districts", races: [B, A, "us-xx-99-test"] }];
  const put = await ask("PUT", DESK, { json: boardJson(BOARD, { groups }) });
  expect(await put.json()).toEqual({ status: "stored", revision: 1 });
  expect(put.headers.get("ETag")).toBe('"r1"');
  await hurryBoard(BOARD);
  const first = await board();
  expect(first).toMatchObject({
    id: BOARD,
    test: true,
    electionDate: "2020-06-18",
    missing: ["us-xx-99-test"],
    publication: 1,
    control: null,
  });
  expect(first.groups[0]?.races.map(({ id }) => id)).toEqual([B, A]);
  expect(first.groups[0]?.races[0]).toMatchObject({
    title: "TEST: First District",
    leading: [
      { candidate: "a", name: "Ames", party: "R", votes: null, share: null, status: null },
      { candidate: "b", name: "Byrd", party: "B", votes: null, share: null, status: null },
    ],
    href: `/v1/races/${B}`,
  });

  const counted = await ask("PUT", `${A}/desk/results`, { json: resultsJson(600, 400) });
  expect(counted.status).toBe(200);
  await hurry(A);
  await hurryBoard(BOARD);
  const second = await board();
  const row = second.groups[0]?.races.find(({ id }) => id === A);
  expect(row?.leading.map(({ votes, share }) => [votes, share])).toEqual([
    [600, 60],
    [400, 40],
  ]);
  const race = await (await reader()(A)).json<{ publication: number; asOf: string }>();
  expect([row?.publication, row?.asOf]).toEqual([race.publication, race.asOf]);
  expect(second.sources).toEqual([{ id: "s1", name: "Source of the tests" }]);
});

test("a filter takes in races that come later, and lets go of those that no longer fit", async () => {
  const { ask } = await client();
  const filter = {
    date: "2030-06-18",
    ocd: "ocd-division/country:us/state:xx",
    office: "TEST seat — naïve façade",
  };
  await ask("PUT", DESK, {
    json: boardJson(BOARD, { groups: [{ title: "All", filter }] }),
  });
  await hurryBoard(BOARD);
  expect((await board()).groups[0]?.races).toEqual([]);
  await putLive(A);
  await hurryBoard(BOARD);
  expect((await board()).groups[0]?.races.map(({ id }) => id)).toEqual([A]);
  await ask("PUT", `${A}/desk/race`, { json: raceJson({ office: "TEST other" }) });
  await hurry(A);
  await hurryBoard(BOARD);
  expect((await board()).groups[0]?.races).toEqual([]);
});

test("its table, its publications and its list follow from the document", async () => {
  const { ask } = await client();
  await putLive(A);
  await ask("PUT", DESK, { json: boardJson(BOARD, { groups: [{ title: "D", races: [A] }] }) });
  await hurryBoard(BOARD);
  const read = reader();
  const csv = await (await read(`../boards/${BOARD}.csv`)).text();
  expect(csv.split(/\r?\n/)[1]).toBe(
    `D,${A},TEST: First District,upcoming,a,Ames,R,,,,,,,,,,,1,${(await board()).groups[0]?.races[0]?.asOf}`,
  );
  const { boards } = await (await read("../boards")).json<{ boards: object[] }>();
  expect(boards).toEqual([
    {
      id: BOARD,
      title: "TEST: a night",
      electionDate: "2030-06-18",
      test: true,
      updatedAt: (await board()).updatedAt,
      href: `/v1/boards/${BOARD}`,
    },
  ]);
  const listed = await read(`../boards/${BOARD}/publications`);
  expect(await listed.json()).toMatchObject({
    publications: [{ n: 1, href: `/v1/boards/${BOARD}/publications/1` }],
  });
  const kept = await read(`../boards/${BOARD}/publications/1`);
  expect(kept.headers.get("Cache-Control")).toContain("immutable");
  expect(await kept.json()).toEqual(await board());
  const etag = (await read(`../boards/${BOARD}`)).headers.get("ETag") ?? "";
  expect((await read(`../boards/${BOARD}`, { "If-None-Match": etag })).status).toBe(304);
});

test("somebody else's write in between, a fault and a token for other boards are refused", async () => {
  const { ask } = await client();
  const json = boardJson(BOARD, { groups: [{ title: "D", races: [A] }] });
  expect((await ask("PUT", DESK, { json, headers: { "If-None-Match": "*" } })).status).toBe(200);
  const again = await ask("PUT", DESK, { json, headers: { "If-Match": '"r9"' } });
  expect(again.status).toBe(412);
  expect(again.headers.get("ETag")).toBe('"r1"');
  const faulty = await ask("PUT", DESK, {
    body: `{\n  "id": "${BOARD}",\n  "title": "T",\n  "groups": [{ "title": "x" }]\n}`,
  });
  expect(faulty.status).toBe(422);
  expect(await faulty.json()).toMatchObject({
    errors: [{ line: 4, field: "groups.0.races", message: "needs races or a filter" }],
  });
  const { ask: stranger } = await client("other", ["publish"], ["uk-*"]);
  expect((await stranger("PUT", DESK, { json })).status).toBe(403);
  expect((await ask("GET", "../boards/nobody-knows/desk/board")).status).toBe(404);
  await runInDurableObject(boardStub("nobody-knows"), (_, { storage }) => {
    expect(storage.sql.exec("SELECT name FROM sqlite_master").toArray()).toEqual([]);
  });
});

test("a board that is taken away is gone for readers, and what they saw stays", async () => {
  const { ask } = await client();
  const json = boardJson(BOARD, { groups: [{ title: "D", races: [A] }] });
  await ask("PUT", DESK, { json });
  await hurryBoard(BOARD);
  expect((await ask("DELETE", DESK)).status).toBe(200);
  await hurryBoard(BOARD);
  expect((await reader()(`../boards/${BOARD}`)).status).toBe(404);
  expect((await ask("GET", DESK)).status).toBe(404);
});

test("a board that is lost in KV comes back", async () => {
  const { ask } = await client();
  await putLive(A);
  await ask("PUT", DESK, { json: boardJson(BOARD, { groups: [{ title: "D", races: [A] }] }) });
  await hurryBoard(BOARD);
  const before = await board();
  await env.RACES.delete(`board:${BOARD}`);
  expect((await ask("POST", `../boards/${BOARD}/desk/republish`)).status).toBe(202);
  await hurryBoard(BOARD);
  expect((await board()).groups).toEqual(before.groups);
});

test("races are listed with what stands beside them, and filtered", async () => {
  await putLive(A);
  await putLive(B);
  const { ask } = await client();
  await ask("PUT", `${B}/desk/race`, { json: raceJson({ id: B, office: "TEST other" }) });
  await hurry(B);
  await runInDurableObject(registryOf(env), (_, { storage }) =>
    storage.sql.exec("UPDATE state SET value = json_set(value, '$.dueAt', 1) WHERE name = 'lists'"),
  );
  await runDurableObjectAlarm(registryOf(env));
  const ids = async (query: string) => {
    const answer = await reader()(`../races${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json<{ races: { id: string }[] }>()).races.map(({ id }) => id);
  };
  expect(await ids("")).toEqual([A, B]);
  expect(await ids("?date=2030-06-18&office=TEST+other")).toEqual([B]);
  expect(await ids("?date=2030-06-19")).toEqual([]);
  expect(await ids("?ocd=ocd-division/country:us/state:xx")).toEqual([A, B]);
  expect(await ids("?ocd=ocd-division/country:us/state:x")).toEqual([]);
  expect(await ids("?status=voting")).toEqual([]);
  expect(await ids("?test=true&type=special")).toEqual([A, B]);
  expect(await ids("?test=false")).toEqual([]);
  expect((await reader()("../races?colour=red")).status).toBe(400);
  expect((await reader()("../races?page=2")).status).toBe(404);

  const lines = (await (await reader()(`../races.ndjson?ids=${B},${A}`)).text()).trim();
  expect(lines.split("\n").map((line) => JSON.parse(line).id)).toEqual([B, A]);
  const changes = await (
    await reader()("../changes")
  ).json<{ changes: object[]; cursor: number }>();
  expect(changes.changes).toMatchObject([{ id: A }, { id: B, publication: 2 }]);
  const none = await reader()(`../changes?since=${changes.cursor}`);
  expect(await none.json()).toEqual({ changes: [], cursor: changes.cursor, more: false });
});

test("while a law silences results no board gives them, old publications included", async () => {
  const { ask } = await client();
  const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
  const race = (quiet: object[]) =>
    raceJson({ electionDate: "2020-06-18", voting: PAST, ...({ quiet } as object) });
  await ask("PUT", `${A}/desk/race`, { json: race([]) });
  await ask("PUT", `${A}/desk/results`, { json: resultsJson(6173, 4000) });
  await hurry(A);
  await ask("PUT", DESK, { json: boardJson(BOARD, { groups: [{ title: "All", races: [A] }] }) });
  await hurryBoard(BOARD);
  expect(JSON.stringify(await board())).toContain("6173");
  const law = { what: "results", from: hour(-1), to: hour(24), law: "TEST law" };
  await ask("PUT", `${A}/desk/race`, { json: race([law]) });
  await hurry(A);
  await hurryBoard(BOARD);
  const silent = await board();
  expect(JSON.stringify(silent)).not.toContain("6173");
  expect(silent.quiet).toEqual({ law: "TEST law", to: law.to });
  const old = await reader()(`../boards/${BOARD}/publications/1`);
  expect([old.status, await old.json()]).toMatchObject([451, { code: "quiet" }]);
});
