import { expect, test } from "vitest";
import { client, hurry, pollJson, raceJson, RACE_ID, readAs } from "./fixture.ts";

const POLLS = 10_000;
const LIMIT_MS = 10_000;

test(
  "10,000 polls are pushed and published well within ten seconds, and the document stays small",
  async () => {
    const { ask } = await client();
    await ask("PUT", `${RACE_ID}/desk/race`, { json: raceJson() });
    const polls = Array.from({ length: POLLS }, (_, i) =>
      pollJson(`p${i}`, 40 + (i % 90) / 10, 40),
    );
    await ask("PUT", `${RACE_ID}/desk/polls`, { json: { polls: polls.slice(0, 100) } });
    await hurry();
    const before = (await (await readAs(RACE_ID)).arrayBuffer()).byteLength;

    const put = await ask("PUT", `${RACE_ID}/desk/polls`, { json: { polls } });
    expect(put.status).toBe(200);
    await hurry();
    const after = await readAs(RACE_ID);
    const text = await after.text();
    expect(JSON.parse(text)).toMatchObject({ polls: { count: POLLS } });
    expect(text.length).toBeLessThan(before * 1.1);
    const section = (await (await readAs(`${RACE_ID}/polls`)).json()) as { polls: unknown[] };
    expect(section.polls).toHaveLength(POLLS);
  },
  LIMIT_MS,
);
