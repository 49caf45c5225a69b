import { createHash } from "node:crypto";
import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addDevToken, ensureDevToken, readDevToken } from "../../src/cli/dev-vars.ts";
import { mintToken } from "../../src/contract/desk/token.ts";

async function emptyFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "topline-dev-vars-")), ".dev.vars");
}

test("the local token is made once, and the Worker's secret is its hash", async () => {
  const file = await emptyFile();
  expect(await readDevToken(file)).toBeNull();
  const token = await ensureDevToken(file);
  expect(await ensureDevToken(file)).toBe(token);
  expect(await readDevToken(file)).toBe(token);
  const [, secret = ""] = /^TOPLINE_TOKEN_DEV='(.+)'$/m.exec(await readFile(file, "utf8")) ?? [];
  const sha256 = createHash("sha256").update(token).digest("hex");
  expect(JSON.parse(secret)).toEqual({
    scopes: ["read", "publish", "approve"],
    races: ["*"],
    sha256,
  });
});

test("only its owner may read the file", async () => {
  const file = await emptyFile();
  await ensureDevToken(file);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test("what else stands in the file stays, and a token of the same name is replaced", async () => {
  const file = await emptyFile();
  await writeFile(file, "# mine\nTOPLINE_NEXT=60\n");
  await ensureDevToken(file);
  const minted = await mintToken({ name: "dev", scopes: ["read"], races: ["us-*"] }, crypto);
  if (!minted.ok) throw new Error("not minted");
  await addDevToken(minted.value, file);
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines.slice(0, 2)).toEqual(["# mine", "TOPLINE_NEXT=60"]);
  expect(await readDevToken(file)).toBe(minted.value.token);
});
