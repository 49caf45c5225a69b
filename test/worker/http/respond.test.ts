import { expect, test } from "vitest";
import { STATUSES } from "../../../src/race/schema/document.ts";
import { respond, respondStale } from "../../../src/worker/http/respond.ts";
import { JSON_TYPE, type StoredValue } from "../../../src/worker/store/stored-value.ts";

const REQUEST = new Request("https://topline.test/");

function stored(status: StoredValue["status"] = "counting"): StoredValue {
  const body = new TextEncoder().encode('{"é":1}').buffer as ArrayBuffer;
  return { body, mediaType: JSON_TYPE, etag: '"abc"', status };
}

test("the faster a race moves, the sooner its answers go out of date", () => {
  const policies = [...STATUSES, null].map((status) => [
    status,
    respond(REQUEST, {}, stored(status)).headers.get("Cache-Control"),
  ]);
  expect(Object.fromEntries(policies)).toEqual({
    upcoming: "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400",
    voting: "public, max-age=24, stale-while-revalidate=24, stale-if-error=86400",
    counting: "public, max-age=3, stale-while-revalidate=3, stale-if-error=86400",
    called: "public, max-age=12, stale-while-revalidate=12, stale-if-error=86400",
    certified: "public, max-age=300, stale-while-revalidate=300, stale-if-error=86400",
    null: "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400",
  });
});

test.each([
  ["600", "600"],
  ["0", "0"],
  ["86400", "86400"],
  ["86401", null],
  ["soon", null],
  ["-5", null],
  ["", null],
  [undefined, null],
])("TOPLINE_NEXT=%s is sent as Topline-Next: %s", (value, sent) => {
  const env = value === undefined ? {} : { TOPLINE_NEXT: value };
  const copy = stored();
  expect(respond(REQUEST, env, copy).headers.get("Topline-Next")).toBe(sent);
  const again = new Request(REQUEST, { headers: { "If-None-Match": copy.etag } });
  const unchanged = respond(again, env, copy);
  expect(unchanged.status).toBe(304);
  expect(unchanged.headers.get("Topline-Next")).toBe(sent);
});

test("a last good copy says its age, may be kept only briefly, and leaves no trace on the next answer", async () => {
  const copy = stored();
  const stale = respondStale(REQUEST, {}, copy, 75);
  expect(stale.headers.get("Topline-Stale")).toBe("75");
  expect(stale.headers.get("Cache-Control")).toBe("public, max-age=2, stale-if-error=86400");
  expect(await stale.text()).toBe('{"é":1}');

  const fresh = respond(REQUEST, {}, copy);
  expect(fresh.headers.get("Topline-Stale")).toBeNull();
  expect(fresh.headers.get("Cache-Control")).toContain("max-age=3,");
});
