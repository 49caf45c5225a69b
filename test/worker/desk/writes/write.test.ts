import { expect, test } from "vitest";
import { client, pollJson, raceJson, RACE_ID, readAs, ring } from "../fixture.ts";

test("what an editor puts reaches readers", async () => {
  const { ask } = await client();
  const put = await ask("PUT", `${RACE_ID}/desk/race`, { json: raceJson() });
  expect([put.status, put.headers.get("ETag")]).toEqual([200, '"r1"']);
  const polls = { polls: [pollJson("p1", 48, 46)] };
  const stored = await ask("PUT", `${RACE_ID}/desk/polls`, { json: polls });
  expect(await stored.json()).toMatchObject({ status: "stored", section: "polls", revision: 2 });

  await ring();
  const document = await readAs(RACE_ID);
  expect(document.status).toBe(200);
  expect(await document.json()).toMatchObject({
    id: RACE_ID,
    revision: 2,
    publication: 1,
    polls: { count: 1 },
  });
  const source = await ask("GET", `${RACE_ID}/desk/polls`);
  expect(source.headers.get("ETag")).toBe('"r2"');
  const again = await ask("PUT", `${RACE_ID}/desk/polls`, { body: await source.text() });
  expect(await again.json()).toMatchObject({ status: "unchanged", revision: 2 });
});
