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

async function minted(name: string) {
  const made = await mintToken({ name, scopes: ["read"], races: ["us-*"] }, crypto);
  if (!made.ok) throw new Error("not minted");
  return made.value;
}

test("what else stands in the file stays, another token and its use among it", async () => {
  const file = await emptyFile();
  await writeFile(file, "# mine\nTOPLINE_NEXT=60\n");
  const token = await ensureDevToken(file);
  const before = await readFile(file, "utf8");
  expect(await addDevToken(await minted("dev"), file)).toEqual({ kind: "taken" });
  expect(await readFile(file, "utf8")).toBe(before);

  expect(await addDevToken(await minted("alice"), file)).toEqual({ kind: "added", used: false });
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  expect(lines.slice(0, 4)).toEqual(before.trimEnd().split("\n"));
  expect(lines.slice(4)).toEqual([expect.stringMatching(/^TOPLINE_TOKEN_ALICE='/)]);
  expect(await readDevToken(file)).toBe(token);
});

test("the first token of a file is the one that the command uses", async () => {
  const file = await emptyFile();
  const first = await minted("dev");
  expect(await addDevToken(first, file)).toEqual({ kind: "added", used: true });
  expect(await readDevToken(file)).toBe(first.token);
});

test("where somebody named a token dev, the local token is another", async () => {
  const file = await emptyFile();
  await writeFile(file, "TOPLINE_TOKEN_DEV='{}'\n");
  const token = await ensureDevToken(file);
  const text = await readFile(file, "utf8");
  expect(text).toContain("TOPLINE_TOKEN_DEV='{}'");
  expect(text).toMatch(/^TOPLINE_TOKEN_DEV_2='/m);
  expect(await readDevToken(file)).toBe(token);
});
