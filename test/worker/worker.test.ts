import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";

test("the Worker and its KV run under test", async () => {
  await env.RACES.put("race:abc", "x", { metadata: { a: 1 } });
  expect((await env.RACES.getWithMetadata("race:abc")).metadata).toEqual({ a: 1 });
  expect((await exports.default.fetch("https://topline.test/")).status).toBe(200);
});
