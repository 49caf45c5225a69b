import { expect, test } from "vitest";
import { mintToken, type TokenGrant } from "../../../src/contract/desk/token.ts";
import { authorize, readTokens } from "../../../src/worker/auth/tokens.ts";

const publish = { scope: "publish", race: "us-ga-06" } as const;

async function minted(grant: Partial<TokenGrant> = {}) {
  const whole = { name: "desk", scopes: ["read", "publish"], races: ["us-ga-*"], ...grant };
  const result = await mintToken(whole as TokenGrant, crypto);
  if (!result.ok) throw new Error(JSON.stringify(result));
  const { token, binding, secret } = result.value;
  return { token, env: { [binding]: JSON.stringify(secret) } };
}

const request = (authorization?: string) =>
  new Request("https://topline.test/v1/races/us-ga-06/desk/polls", {
    headers: authorization === undefined ? {} : { Authorization: authorization },
  });

test("a token is known by its digest among several, and named", async () => {
  const [one, two, three] = await Promise.all([
    minted({ name: "one" }),
    minted({ name: "night-desk" }),
    minted({ name: "three" }),
  ]);
  const env = { ...one.env, ...two.env, ...three.env, RACES: {}, TOPLINE_NEXT: "300" };
  expect(await authorize(request(`Bearer ${two.token}`), env, publish)).toEqual({
    ok: true,
    token: "night-desk",
    races: ["us-ga-*"],
  });
  expect(await authorize(request(`bearer  ${three.token} `), env, publish)).toEqual({
    ok: true,
    token: "three",
    races: ["us-ga-*"],
  });
});

test.each([
  ["no header", undefined, "missing"],
  ["an empty one", "", "missing"],
  ["another scheme", "Basic dXNlcjpwYXNz", "missing"],
  ["a scheme alone", "Bearer", "missing"],
  ["two tokens", "Bearer a b", "missing"],
  ["more than any token has", `Bearer ${"a".repeat(513)}`, "missing"],
  ["a guess", `Bearer topline_${"0".repeat(64)}`, "unknown"],
])("%s is 401", async (_, header, reason) => {
  const { env } = await minted();
  expect(await authorize(request(header), env, publish)).toEqual({
    ok: false,
    status: 401,
    reason,
  });
});

test("what a secret holds can't be used as a token", async () => {
  const { env } = await minted();
  const { sha256 } = JSON.parse(env["TOPLINE_TOKEN_DESK"] ?? "") as { sha256: string };
  for (const bearer of [sha256, `topline_${sha256}`, "desk", "TOPLINE_TOKEN_DESK"])
    expect(await authorize(request(`Bearer ${bearer}`), env, publish)).toMatchObject({
      status: 401,
    });
});

test("a token without the scope is 403, and publishing doesn't include reading", async () => {
  const { token, env } = await minted({ scopes: ["publish"] });
  const asked = (scope: "read" | "publish" | "approve") =>
    authorize(request(`Bearer ${token}`), env, { ...publish, scope });
  expect(await asked("publish")).toMatchObject({ ok: true });
  const refused = { ok: false, status: 403, reason: "scope", token: "desk" };
  expect(await asked("read")).toEqual(refused);
  expect(await asked("approve")).toEqual(refused);
});

test("a token for other races is 403", async () => {
  const { token, env } = await minted({ races: ["us-ga-*", "us-al-sen"] });
  const asked = (race: string) =>
    authorize(request(`Bearer ${token}`), env, { scope: "publish", race });
  expect(await asked("us-al-sen")).toMatchObject({ ok: true });
  expect(await asked("us-al-sen-2")).toEqual({
    ok: false,
    status: 403,
    reason: "race",
    token: "desk",
  });
});

test("a secret that isn't one opens nothing, and is named for the operator", async () => {
  const { token, env } = await minted();
  const secret = JSON.parse(env["TOPLINE_TOKEN_DESK"] ?? "") as Record<string, unknown>;
  const broken = {
    TOPLINE_TOKEN_TEXT: "not JSON",
    TOPLINE_TOKEN_NULL: "null",
    TOPLINE_TOKEN_OBJECT: secret,
    TOPLINE_TOKEN_EXTRA: JSON.stringify({ ...secret, admin: true }),
    TOPLINE_TOKEN_SCOPE: JSON.stringify({ ...secret, scopes: ["all"] }),
    TOPLINE_TOKEN_HASH: JSON.stringify({ ...secret, sha256: "" }),
    TOPLINE_TOKEN_lower: JSON.stringify(secret),
  };
  expect(readTokens({ ...broken, OTHER: "x" })).toEqual({
    tokens: [],
    broken: Object.keys(broken),
  });
  expect(await authorize(request(`Bearer ${token}`), broken, publish)).toMatchObject({
    status: 401,
    reason: "unknown",
  });
  expect(await authorize(request(`Bearer ${token}`), {}, publish)).toMatchObject({ status: 401 });
});
