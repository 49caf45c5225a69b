import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { terminalAsk } from "../../src/cli/ask.ts";

function terminal(answer: string, options: { isTTY?: boolean; json?: boolean } = {}) {
  const { isTTY = true, json = false } = options;
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stderr = new PassThrough();
  stdin.end(answer);
  return { ask: terminalAsk({ stdin, stderr, json }), stderr };
}

test("only a yes goes ahead", async () => {
  const { ask, stderr } = terminal("Yes\n");
  await ask("Send polls?");
  expect(String(stderr.read())).toContain("Send polls? [y/N]");
  for (const answer of ["n\n", "\n", "yep\n"])
    await expect(terminal(answer).ask("Send?")).rejects.toMatchObject({ exit: "declined" });
});

test("a closed terminal is a no", async () => {
  await expect(terminal("").ask("Send?")).rejects.toMatchObject({ exit: "declined" });
});

test("where nobody can answer, --yes is asked for instead", async () => {
  for (const options of [{ isTTY: false }, { json: true }])
    await expect(terminal("y\n", options).ask("Send?")).rejects.toMatchObject({ exit: "usage" });
});
