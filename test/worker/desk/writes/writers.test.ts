import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { type Client, client, hurry, pollJson, raceJson, RACE_ID } from "../fixture.ts";
import { inKv } from "../simulation.ts";

const POLLS = `${RACE_ID}/desk/polls`;
const WRITERS = 100;

type Body = { polls: { id: string }[] };

test("100 writers at once, half with a stale If-Match: none is lost, and readers get what the desk has", async () => {
  const { ask } = await client();
  await ask("PUT", `${RACE_ID}/desk/race`, { json: raceJson() });
  await ask("PUT", POLLS, { json: { polls: [pollJson("old", 48, 46)] } });
  await ask("PUT", POLLS, { json: { polls: [pollJson("start", 48, 46)] } });

  const writers = Array.from({ length: WRITERS }, async (_, i) => {
    // Everybody sits at an address of their own, and has a token of their own.
    const from = { "CF-Connecting-IP": `192.0.2.${i}` };
    const writer = await client(`w${i}`);
    if (i % 2 === 0) return stale(writer, i, from);
    return i % 10 === 1 ? replace(writer, i, from) : merge(writer, i, from);
  });
  const answers = (await Promise.all(writers)).flat();
  const acknowledged = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 412);
  expect(acknowledged).toHaveLength(WRITERS / 2);
  expect(refused.length).toBeGreaterThanOrEqual(WRITERS / 2);
  expect(acknowledged.length + refused.length).toBe(answers.length);

  const summary = await (await ask("GET", `${RACE_ID}/desk`)).json();
  expect(summary).toMatchObject({ revision: 3 + acknowledged.length });
  const numbers = acknowledged.map(({ revision }) => revision).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: WRITERS / 2 }, (_, i) => i + 4));

  const expected = ["start", ...odd().map((i) => `w${i}`)].toSorted();
  const source = (await (await ask("GET", POLLS)).json()) as Body;
  expect(ids(source)).toEqual(expected);

  await hurry();
  await hurry();
  const published = JSON.parse((await env.RACES.get(`section:${RACE_ID}:polls`)) ?? "null");
  expect(ids(published)).toEqual(expected);
  expect((await inKv())?.document).toMatchObject({
    revision: 3 + acknowledged.length,
    polls: { count: expected.length },
  });
}, 30_000);

type Answer = { readonly status: number; readonly revision: number };

/** Somebody who works from what they saw before the last change. */
async function stale(writer: Client, i: number, from: HeadersInit): Promise<Answer[]> {
  const headers = { ...from, "If-Match": i % 4 === 0 ? '"r2"' : 'W/"r3"' };
  const json = { polls: [pollJson(`lost${i}`, 40, 40)] };
  return [await tell(await writer.ask(i % 8 < 4 ? "PUT" : "POST", POLLS, { json, headers }))];
}

/** Somebody who adds one poll, whatever the others do. */
async function merge(writer: Client, i: number, headers: HeadersInit): Promise<Answer[]> {
  const json = { polls: [pollJson(`w${i}`, 48, 46)] };
  return [await tell(await writer.ask("POST", POLLS, { json, headers }))];
}

/** Somebody who replaces the whole section, and looks again whenever another was first. */
async function replace(writer: Client, i: number, from: HeadersInit): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (;;) {
    const seen = await writer.ask("GET", POLLS, { headers: from });
    const { polls } = (await seen.json()) as Body;
    const json = { polls: [...polls, pollJson(`w${i}`, 48, 46)] };
    const headers = { ...from, "If-Match": seen.headers.get("ETag") ?? "" };
    const answer = await tell(await writer.ask("PUT", POLLS, { json, headers }));
    answers.push(answer);
    if (answer.status !== 412) return answers;
  }
}

async function tell(response: Response): Promise<Answer> {
  const { revision } = (await response.json()) as { revision: number };
  return { status: response.status, revision };
}

function odd(): number[] {
  return Array.from({ length: WRITERS / 2 }, (_, i) => 2 * i + 1);
}

function ids({ polls }: Body): string[] {
  return polls.map((poll) => poll.id).toSorted();
}
