import { expect, test } from "vitest";
import { openApp, Switch } from "../harness.ts";

test("health is what the store says, asked at most once in a few seconds", async () => {
  const gate = new Switch();
  const { ask, clock } = openApp({ RACES: gate.kv });
  for (let i = 0; i < 3; i++) {
    const answer = await ask("/health");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await answer.json()).toEqual({ ok: true, store: "answers" });
  }
  expect(gate.asked).toEqual(["health"]);

  gate.mode = "fails";
  clock.now += 60_000;
  const answer = await ask("/health");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ok: false, store: "fails" });
});
