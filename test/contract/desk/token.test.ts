import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mintToken, tokenBinding, tokenName } from "../../../src/contract/desk/token.ts";

const grant = { name: "night-desk", scopes: ["read", "publish"], races: ["us-ga-*"] } as const;
const mutable = { ...grant, scopes: [...grant.scopes], races: [...grant.races] };

test("a minted token's secret holds its digest, never the token", async () => {
  const minted = await mintToken(mutable, crypto);
  if (!minted.ok) throw new Error(JSON.stringify(minted));
  const { token, binding, secret } = minted.value;
  expect(token).toMatch(/^topline_[0-9a-f]{64}$/);
  expect(binding).toBe("TOPLINE_TOKEN_NIGHT_DESK");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  expect(secret).toEqual({
    scopes: ["read", "publish"],
    races: ["us-ga-*"],
    sha256: Buffer.from(digest).toString("hex"),
  });
  expect(JSON.stringify(secret)).not.toContain(token.slice(8));
});

test("no two tokens are the same", async () => {
  const [a, b] = await Promise.all([mintToken(mutable, crypto), mintToken(mutable, crypto)]);
  expect(a.ok && a.value.token).not.toBe(b.ok && b.value.token);
});

test.each([
  ["a name with capitals", { name: "Night" }, "name"],
  ["a name with an underscore", { name: "night_desk" }, "name"],
  ["a name that ends in a hyphen", { name: "night-" }, "name"],
  ["no scope", { scopes: [] }, "scopes"],
  ["no race", { races: [] }, "races"],
  ["a race pattern with other signs than ids have", { races: ["us-?a"] }, "races.0"],
])("%s is refused", async (_, changes, path) => {
  const minted = await mintToken({ ...mutable, ...changes }, crypto);
  expect(minted).toMatchObject({ ok: false, issues: [{ path }] });
});

test("every name comes back from its binding, and a binding that isn't one has no name", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9](-?[a-z0-9]){0,31}$/), (name) => {
      expect(tokenName(tokenBinding(name))).toBe(name);
    }),
  );
  for (const binding of ["RACES", "TOPLINE_TOKEN_", "TOPLINE_TOKEN_night", "TOPLINE_TOKEN_A__B"])
    expect(tokenName(binding)).toBe(null);
});
