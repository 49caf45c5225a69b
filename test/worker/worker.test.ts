import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { publish } from "../../src/worker/store/publish.ts";
import { compileWith, RACE } from "./fixture.ts";

test("the deployed Worker serves a published race byte for byte", async () => {
  await publish(env.RACES, RACE.id, compileWith(), "2030-06-19T12:00:00-04:00");
  const answer = await exports.default.fetch(`https://topline.test/v1/races/${RACE.id}`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(await env.RACES.get(`race:${RACE.id}`));
});
