import { exports } from "cloudflare:workers";
import { afterEach, expect, test } from "vitest";
import { reset } from "cloudflare:test";
import { operations } from "../../src/contract/operations.ts";
import type { RaceSourceInput } from "../../src/race/schema/race.ts";
import { client, hurry, pollJson, raceJson, readAs } from "./desk/fixture.ts";

afterEach(reset);

/** The Worker's memory outlasts a test's file, so no other has this race. */
const RACE_ID = "us-xx-01-quiet";

const FIGURES = /37\.73|41\.17/;
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();
const QUIET: RaceSourceInput["quiet"] = [
  { what: "polls", from: hours(-1), to: hours(24), law: "Ley TEST, art. 69 — sección 7" },
];

/** A race with a poll that readers have seen, and then a law that silences polls. */
async function silenced() {
  const { ask } = await client();
  const put = async (section: string, json: unknown) => {
    const answer = await ask("PUT", `${RACE_ID}/desk/${section}`, { json });
    if (answer.status !== 200 && answer.status !== 202)
      throw new Error(`${section}: ${await answer.text()}`);
    await hurry(RACE_ID);
  };
  await put("race", raceJson({ id: RACE_ID }));
  await put("polls", { polls: [pollJson("p1", 37.73, 41.17)] });
  expect(await (await readAs(`${RACE_ID}/publications/2`)).text()).toMatch(FIGURES);
  await put("race", raceJson({ id: RACE_ID, quiet: QUIET }));
  return put;
}

test("while a law silences polls no public address gives one, old publications included", async () => {
  await silenced();
  const open = operations([]).filter(({ scope, method }) => scope === null && method === "get");
  const addresses = open.flatMap(({ path }) =>
    ["1", "2", "3"].map((n) => path.replace("{id}", RACE_ID).replace("{n}", n)),
  );
  expect(addresses).toContain(`/v1/races/${RACE_ID}/publications/2`);
  for (const address of new Set(addresses)) {
    const answer = await exports.default.fetch(new Request(`https://topline.test${address}`));
    const said = JSON.stringify([...answer.headers]) + (await answer.text());
    expect([address, said.match(FIGURES)]).toEqual([address, null]);
  }
});

test("what readers saw is refused for that time, with the law and its end", async () => {
  const put = await silenced();
  const answer = await readAs(`${RACE_ID}/publications/2`);
  expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([451, "no-store"]);
  expect(await answer.json()).toMatchObject({
    code: "quiet",
    detail: expect.stringContaining("Ley TEST, art. 69 — sección 7"),
  });
  expect((await readAs(`${RACE_ID}/publications`)).status).toBe(200);

  // Ending a silence early is held until somebody has looked.
  await put("race", raceJson({ id: RACE_ID }));
  expect((await readAs(`${RACE_ID}/publications/2`)).status).toBe(451);
  const { ask } = await client();
  const held = await ask("GET", `${RACE_ID}/desk/held/1`);
  const approval = await ask("POST", `${RACE_ID}/desk/held/1/approve`, {
    headers: { "If-Match": held.headers.get("ETag") ?? "" },
  });
  expect(approval.status).toBe(200);
  await hurry(RACE_ID);
  expect(await (await readAs(`${RACE_ID}/publications/2`)).text()).toMatch(FIGURES);
});
