import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { Operation } from "../../../src/contract/operation.ts";
import { operations } from "../../../src/contract/operations.ts";
import { problem } from "../../../src/contract/problem.ts";
import { FORMAT_NAMES } from "../../../src/formats/formats.ts";
import { openApiDocument, raceSchema } from "../../../src/worker/openapi/openapi.ts";
import { type Client, client, hurry, pollJson, raceJson, RACE_ID, ring } from "../desk/fixture.ts";

afterEach(reset);

const OPERATIONS = operations(FORMAT_NAMES);
type Method = Operation["method"];

test("the document is complete: every reference leads somewhere", () => {
  const text = JSON.stringify(openApiDocument());
  const document = JSON.parse(text);
  const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(100);
  for (const [, kind = "", name = ""] of references)
    expect([kind, name, document.components[kind]?.[name]]).toEqual([
      kind,
      name,
      expect.anything(),
    ]);
});

test("what we answer may gain fields, what we take may not hold unknown ones", () => {
  const { schemas } = JSON.parse(JSON.stringify(openApiDocument())).components;
  for (const name of ["Race", "PollsSection", "DeskSummary", "CandidateOutput"])
    expect([name, schemas[name].additionalProperties]).toEqual([name, undefined]);
  for (const name of ["RaceSource", "Poll", "Candidate"])
    expect([name, schemas[name].additionalProperties]).toEqual([name, false]);
  expect(JSON.stringify(raceSchema())).not.toContain('"additionalProperties":false');
});

test("a published document fits the published schema, today's and one with more fields", async () => {
  const { ask } = await client();
  await fill(ask);
  const document = await (await ask("GET", RACE_ID)).json();
  // The schema as others get it: out of its JSON, without our own classes.
  const published = z.fromJSONSchema(JSON.parse(JSON.stringify(raceSchema())));
  expect(published.safeParse(document).error).toBeUndefined();
  const later = { ...(document as object), fieldOfTomorrow: { a: 1 } };
  expect(published.safeParse(later).error).toBeUndefined();
  expect(published.safeParse({ ...(document as object), electionDate: 7 }).success).toBe(false);
});

/** Method, path below /v1/races/, status and, where one is sent, the body. */
const ASKED: readonly (readonly [Method, string, number, unknown?])[] = [
  ["get", "", 200],
  ["get", "ID", 200],
  ["get", "nobody", 404],
  ["get", "ID?as_of=2999-01-01T00:00:00Z", 400],
  ["get", "ID/polls", 200],
  ["get", "ID/turnout", 200],
  ["get", "ID/results", 200],
  ["get", "ID/money", 200],
  ["get", "ID/publications", 200],
  ["get", "ID/publications/1", 200],
  ["get", "ID/publications/99", 404],
  ["get", "ID/desk", 200],
  ["get", "ID/desk/race", 200],
  ["get", "ID/desk/polls", 200],
  ["get", "ID/desk/turnout", 200],
  ["get", "ID/desk/results", 200],
  ["get", "ID/desk/money", 200],
  ["get", "ID/desk/revisions", 200],
  ["get", "ID/desk/revisions/2", 200],
  ["get", "ID/desk/revisions/99", 404],
  ["get", "ID/desk/held", 200],
  ["put", "ID/desk/polls", 200, { polls: [pollJson("p7", 44, 43)] }],
  ["put", "ID/desk/polls", 200, { polls: [pollJson("p7", 44, 43)] }],
  ["put", "ID/desk/polls", 422, { polls: [{}] }],
  ["put", "ID/desk/polls?dry_run=1", 200, { polls: [pollJson("p9", 44, 43)] }],
  ["post", "ID/desk/polls", 200, { polls: [pollJson("p8", 44, 43)] }],
  ["post", "ID/desk/polls", 202, { polls: [pollJson("p9", 70, 60)] }],
  ["get", "ID/desk/held", 200],
  ["get", "ID/desk/held/1", 200],
  ["post", "ID/desk/held/1/approve?dry_run=1", 200],
  ["post", "ID/desk/held/1/approve", 200],
  ["get", "ID/desk/held/1", 404],
  ["post", "ID/desk/revisions/2/restore", 200],
  ["delete", "ID/desk/money", 202],
  ["post", "ID/desk/held/3/approve", 200],
  ["get", "ID/desk/money", 404],
  ["post", "ID/desk/republish", 202],
];

test("real answers are what the document says, down to the last field", async () => {
  const { ask } = await client();
  await fill(ask);
  for (const [method, path, status, json] of ASKED) {
    const what = `${method} ${path}`;
    const answer = await ask(method.toUpperCase(), path.replace("ID", RACE_ID), {
      ...(json !== undefined && { json }),
    });
    expect([what, answer.status]).toEqual([what, status]);
    const body: unknown = await answer.json();
    const { data, error } = schemaOf(method, path, answer).safeParse(body);
    expect([what, error?.issues]).toEqual([what, undefined]);
    // Objects lose what the schema doesn't know, so equal means that nothing is undocumented.
    expect([what, data]).toEqual([what, body]);
  }
});

test("412 says which revisions were missed, as described", async () => {
  const { ask } = await client();
  await fill(ask);
  const headers = { "If-Match": '"r1"' };
  const answer = await ask("PUT", `${RACE_ID}/desk/polls`, { json: { polls: [] }, headers });
  const body: unknown = await answer.json();
  expect(schemaOf("put", "ID/desk/polls", answer).parse(body)).toEqual(body);
  expect(body).toMatchObject({ missed: [{ n: 2, section: "polls" }] });
});

async function fill(ask: Client["ask"]): Promise<void> {
  const race = raceJson({
    voting: { opens: "2020-06-16T07:00:00-04:00", closes: "2020-06-16T19:00:00-04:00" },
    electionDate: "2020-06-16",
  });
  const counted = { asOf: "2020-06-16T21:00:00-04:00", source: "s" };
  const bodies = {
    race,
    polls: { polls: [pollJson("p1", 48, 46)] },
    turnout: { counts: [{ date: "2020-06-10", mode: "unspecified", ballots: 50, source: "s" }] },
    results: {
      counts: [{ ...counted, area: "total", measure: "votes", candidate: "a", value: 10 }],
    },
    money: { entries: [{ ...counted, measure: "receipts", candidate: "a", amount: 10 }] },
  };
  for (const [section, json] of Object.entries(bodies))
    expect((await ask("PUT", `${RACE_ID}/desk/${section}`, { json })).status).toBe(200);
  await ring();
  await hurry();
}

/** What the contract says of an answer: the schema for its address, method, status and type. */
function schemaOf(method: Method, path: string, answer: Response): z.ZodType {
  const template = `/v1/races/${path.replace(/\?.*/, "").replace(/^(ID|nobody)/, "{id}")}`
    .replace(/\/$/, "")
    .replace(/(revisions|publications)\/\d+/, "$1/{n}")
    .replace(/held\/\d+/, "held/{h}");
  const operation = OPERATIONS.find((one) => one.method === method && one.path === template);
  const type = answer.headers.get("Content-Type")?.split(";")[0] ?? "";
  const { content } = operation?.answers[answer.status] ?? {};
  if (content?.schema && content.mediaType === type) return content.schema;
  const problems: readonly number[] = operation?.problems ?? [];
  if (problems.includes(answer.status) && type === "application/problem+json") return problem;
  throw new Error(`${method} ${template} says nothing of ${answer.status} in ${type}`);
}
