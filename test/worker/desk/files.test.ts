import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { strToU8, zipSync } from "fflate";
import { rowsOf, workbook } from "../../formats/xlsx/workbook.ts";
import { client, hurry, pollJson, raceJson, RACE_ID, readAs } from "./fixture.ts";

afterEach(reset);

const DESK = `${RACE_ID}/desk`;
const PAST = { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" };
const TURNOUT = "date,mode,ballots,source\n2020-06-10,unspecified,5000,s\n";

test("a CSV is read by its media type, by ?format= or by what is inside", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const ways: [string, Record<string, string>][] = [
    ["", { "Content-Type": "text/csv; charset=utf-8" }],
    ["?format=csv", {}],
    ["", { "Content-Type": "application/octet-stream" }],
  ];
  for (const [query, headers] of ways) {
    const put = await ask("PUT", `${DESK}/turnout${query}`, { body: TURNOUT, headers });
    expect([query, headers, put.status]).toEqual([query, headers, 200]);
    expect(await (await ask("GET", `${DESK}/turnout`)).json()).toMatchObject({
      counts: [{ date: "2020-06-10", mode: "unspecified", ballots: 5000, source: "s" }],
    });
    await ask("DELETE", `${DESK}/turnout`);
  }
});

test("an OpenElections file fills the results, and what it left out is said", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, {
    json: raceJson({
      electionDate: "2020-06-16",
      voting: { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" },
    }),
  });
  const file = [
    "county,precinct,office,district,party,candidate,votes",
    "Fulton,P1,U.S. House,6,R,Ann Ames,100",
    "Fulton,P2,U.S. House,6,R,Ann Ames,50",
    "Fulton,P1,U.S. House,6,B,Bob Byrd,120",
    "Fulton,P2,U.S. House,6,B,Bob Byrd,20",
  ].join("\n");
  const put = await ask(
    "PUT",
    `${DESK}/results?format=openelections&source=s&as_of=2020-06-17&round=1`,
    { body: file },
  );
  expect([put.status, await put.clone().json()]).toEqual([200, expect.anything()]);
  const uncredited = await ask(
    "PUT",
    `${DESK}/results?format=openelections&source=nobody&as_of=2020-06-17`,
    { body: file },
  );
  const { errors } = (await uncredited.json()) as { errors: { message: string }[] };
  expect(errors).toMatchObject([{ message: expect.stringContaining("nobody") }]);
  const { counts } = (await (await ask("GET", `${DESK}/results`)).json()) as {
    counts: { measure: string; candidate: string; value: number; area: string }[];
  };
  const votes = counts.filter(({ measure }) => measure === "votes");
  expect(votes).toMatchObject([
    { area: "Fulton", candidate: "a", value: 150 },
    { area: "Fulton", candidate: "b", value: 140 },
  ]);
});

test("a place that JSON spells another way is the same place, and its votes count once", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, {
    json: raceJson({ voting: PAST, electionDate: "2020-06-16" }),
  });
  const row = (area: string, value: number) => ({
    area,
    measure: "votes",
    candidate: "a",
    value,
    asOf: "2020-06-17",
    source: "s",
  });
  const rows = async () => {
    const { counts } = (await (await ask("GET", `${DESK}/results`)).json()) as {
      counts: { area: string; value: number }[];
    };
    return counts.map(({ area, value }) => [area, value]);
  };
  await ask("PUT", `${DESK}/results`, { json: { counts: [row("Fulton", 100)] } });
  await ask("POST", `${DESK}/results`, { json: { counts: [row("FULTON COUNTY", 110)] } });
  expect(await rows()).toEqual([["Fulton", 110]]);
  const both = { counts: [row("Fulton", 120), row("Fulton County", 120)] };
  const twice = await ask("PUT", `${DESK}/results`, { json: both });
  expect(await twice.json()).toMatchObject({
    code: "faulty",
    errors: [{ field: "counts.1.area", line: 1 }],
  });
  // Whoever replaces the whole section may call its places something else: the gate asks about it.
  const renamed = await ask("PUT", `${DESK}/results`, {
    json: { counts: [row("Fulton County", 120)] },
  });
  expect(await renamed.json()).toMatchObject({ status: "held" });
});

test("polls of populations that weren't asked for are left out, and that is said", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const polls = [pollJson("p1", 48, 46), { ...pollJson("p2", 47, 46), population: "rv" }];
  const put = await ask("PUT", `${DESK}/polls?population=lv`, { json: { polls } });
  expect(await put.json()).toMatchObject({
    status: "stored",
    warnings: [{ message: "left out: 1 poll of other populations than lv" }],
  });
  const kept = (await (await ask("GET", `${DESK}/polls`)).json()) as { polls: { id: string }[] };
  expect(kept.polls.map(({ id }) => id)).toEqual(["p1"]);
});

test("of endlessly many faults the first are told, and how many there are", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  const days = Array.from({ length: 3000 }, (_, i) => `${2000 + i}-01-01,unspecified,1,nobody`);
  const body = ["date,mode,ballots,source", ...days].join("\n");
  const put = await ask("PUT", `${DESK}/turnout?format=csv`, { body });
  const { errors } = (await put.json()) as { errors: { line: number | null; message: string }[] };
  expect(errors).toHaveLength(101);
  expect(errors[0]).toMatchObject({ line: 2, message: expect.stringContaining("nobody") });
  expect(errors.at(-1)?.message).toContain("2900 more");
});

test("a CSV with 12 planted faults gets 12 errors with line, column and what to do", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/turnout?format=csv`, { body: TURNOUT });
  const rows = [
    "2020-06-31,unspecified,1,s",
    "10 June,unspecified,1,s",
    "2020-06-11,by_boat,1,s",
    "2020-06-12,unspecified,-1,s",
    "2020-06-13,unspecified,1.5,s",
    "2020-06-14,unspecified,many,s",
    ",unspecified,1,s",
    "2020-06-15,,1,s",
    "2020-06-16,unspecified,,s",
    "2020-06-17,unspecified,1,",
    "2020-06-18,unspecified,1,a source",
    "2020-06-19,unspecified,1.000,s",
  ];
  const body = ["date,mode,ballots,source", ...rows].join("\n");
  const put = await ask("PUT", `${DESK}/turnout?format=csv`, { body });
  expect(put.status).toBe(422);
  const { errors } = (await put.json()) as {
    errors: { line: number; column: number; message: string }[];
  };
  expect(errors.map(({ line }) => line)).toEqual(rows.map((_, i) => i + 2));
  for (const { column, message } of errors) {
    expect(column).toBeGreaterThan(0);
    expect(message.length).toBeGreaterThan(10);
  }
  expect(await (await ask("GET", DESK)).json()).toMatchObject({ revision: 2, held: 0 });
});

test("merging adds rows by their keys, replacing puts the file in place of all", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, {
    json: { polls: [pollJson("p1", 48, 46), pollJson("p2", 47, 46)] },
  });
  await ask("POST", `${DESK}/polls`, {
    json: { polls: [pollJson("p2", 45, 44), pollJson("p3", 40, 40)] },
  });
  const merged = (await (await ask("GET", `${DESK}/polls`)).json()) as { polls: unknown[] };
  expect(merged.polls).toMatchObject([
    { id: "p1" },
    { id: "p2", shares: [{ share: 45 }, { share: 44 }] },
    { id: "p3" },
  ]);
  const fewer = { polls: [pollJson("p3", 40, 40), pollJson("p1", 48, 46)] };
  await ask("PUT", `${DESK}/polls`, { json: fewer });
  const replaced = (await (await ask("GET", `${DESK}/polls`)).json()) as { polls: unknown[] };
  expect(replaced.polls).toMatchObject([{ id: "p3" }, { id: "p1" }]);
});

test("If-Match and If-None-Match: * keep two editors from each other's work", async () => {
  const { ask } = await client();
  const create = { "If-None-Match": "*" };
  const first = await ask("PUT", `${DESK}/race`, { json: raceJson(), headers: create });
  expect(first.status).toBe(200);
  const second = await ask("PUT", `${DESK}/race`, {
    json: raceJson({ title: "B" }),
    headers: create,
  });
  expect([second.status, second.headers.get("ETag")]).toEqual([412, '"r1"']);
  const none = await ask("PUT", `${DESK}/polls`, {
    json: { polls: [] },
    headers: { "If-Match": "*" },
  });
  expect([none.status, await none.json()]).toMatchObject([412, { revision: null, missed: [] }]);
  await ask("PUT", `${DESK}/polls`, { json: { polls: [] } });
  // Another section's revision doesn't stand in the way.
  const mine = { "If-Match": '"r0", "r1"' };
  expect(
    (await ask("PUT", `${DESK}/race`, { json: raceJson({ title: "C" }), headers: mine })).status,
  ).toBe(200);
});

test("a correction stays with readers, whatever is put or restored later", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, { json: raceJson() });
  await ask("PUT", `${DESK}/polls`, { json: { polls: [pollJson("p1", 84, 6)] } });
  const dry = await ask("PUT", `${DESK}/polls?dry_run=1&correction=The%20share%20was%2048.`, {
    json: { polls: [pollJson("p1", 48, 46)] },
  });
  const { changes } = (await dry.json()) as { changes: { path: string; after: unknown }[] };
  expect(changes.some(({ path }) => path.startsWith("corrections"))).toBe(true);
  expect(changes).toContainEqual(expect.objectContaining({ before: 84, after: 48 }));
  await ask("PUT", `${DESK}/polls?correction=The%20share%20was%2048.`, {
    json: { polls: [pollJson("p1", 48, 46)] },
  });
  await ask("PUT", `${DESK}/race`, { json: raceJson({ title: "TEST: new title" }) });
  await ask("POST", `${DESK}/revisions/1/restore`);
  await hurry();
  expect(await (await readAs(RACE_ID)).json()).toMatchObject({
    corrections: [{ section: "polls", text: "The share was 48." }],
    title: "TEST: First District",
  });
});

const RETURNS = [
  ["county", "precinct", "office", "candidate", "votes"],
  ["Fulton", "P1", "Mayor", "Ann Ames", 100],
  ["Fulton", "P1", "Mayor", "Bob Byrd", 120],
];
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const BOOK = "?source=s&as_of=2020-06-17";

test("a workbook is read by what is inside, and by ?format= and ?sheet=", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, {
    json: raceJson({ voting: PAST, electionDate: "2020-06-16" }),
  });
  const votes = async () => {
    const { counts } = (await (await ask("GET", `${DESK}/results`)).json()) as {
      counts: { measure: string; value: number }[];
    };
    return counts.filter(({ measure }) => measure === "votes").map(({ value }) => value);
  };
  const one = workbook([{ name: "Returns", rows: rowsOf(RETURNS) }]);
  for (const type of ["", "text/csv", "application/octet-stream", XLSX]) {
    const post = await ask("POST", `${DESK}/results${BOOK}`, {
      body: one,
      headers: type === "" ? {} : { "Content-Type": type },
    });
    expect([type, post.status, await votes()]).toEqual([type, 200, [100, 120]]);
  }

  const more = RETURNS.map((row) => row.map((cell) => (cell === 100 ? 101 : cell)));
  const two = workbook([
    { name: "Returns", rows: rowsOf(RETURNS) },
    { name: "Recount", rows: rowsOf(more) },
  ]);
  const open = await ask("PUT", `${DESK}/results${BOOK}&format=openelections`, { body: two });
  expect(open.status).toBe(422);
  expect(await open.text()).toContain("several sheets that could be meant");
  const named = `${BOOK}&format=openelections&sheet=Recount`;
  const put = await ask("PUT", `${DESK}/results${named}`, { body: two });
  expect([put.status, await votes()]).toEqual([200, [101, 120]]);
});

test("a workbook that would unpack to far more than it weighs changes nothing", async () => {
  const { ask } = await client();
  await ask("PUT", `${DESK}/race`, {
    json: raceJson({ voting: PAST, electionDate: "2020-06-16" }),
  });
  const row = '<row><c t="inlineStr"><is><t>Fulton</t></is></c></row>';
  const huge = workbook([{ name: "Returns", rows: row.repeat(200_000) }]);
  const returns = { name: "Returns", rows: rowsOf(RETURNS) };
  const files = (name: string, xml: string) => workbook([returns], { files: { [name]: xml } });
  const bombs: [string, Uint8Array<ArrayBuffer>, string][] = [
    ["one sheet of many rows", huge, "unpacks to more than"],
    [
      "strings without end",
      files("xl/sharedStrings.xml", `<sst>${"<si><t>a</t></si>".repeat(600_000)}</sst>`),
      "unpacks to more than",
    ],
    ["a workbook in a zip", zipSync({ "book.xlsx": huge }), "the zip holds another zip"],
    [
      "entities of entities",
      files("xl/styles.xml", '<!DOCTYPE a [<!ENTITY a "&b;&b;">]><styleSheet>&a;</styleSheet>'),
      "has a document type",
    ],
    ["no sheets", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), "sheets are empty"],
  ];
  for (const [what, body, message] of bombs) {
    expect([what, body.byteLength < 5 * 1024 * 1024]).toEqual([what, true]);
    const answer = await ask("PUT", `${DESK}/results${BOOK}`, { body });
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    const said = expect.stringContaining(message);
    expect([what, answer.status, errors[0]?.message]).toEqual([what, 422, said]);
  }
  expect((await ask("GET", `${DESK}/results`)).status).toBe(404);
});
