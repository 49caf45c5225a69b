import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildCli } from "../../../scripts/build-cli.ts";
import { mintToken, type TokenScope } from "../../../src/contract/desk/token.ts";
import { Topline } from "../harness/topline.ts";

const COMMAND = join(import.meta.dirname, "../../../dist/topline.js");

/** What a command said and how it ended. */
export type Ran = {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it answered with --json. */
  readonly json: () => any;
};

export type Run = (...args: readonly string[]) => Promise<Ran>;

/** A Worker, and the command as people run it: a process of its own, with a token of its own. */
export type CommandDesk = {
  readonly topline: Topline;
  /** Runs the command with a token of all scopes. */
  readonly run: Run;
  /** Starts it and leaves it running. `seen` waits for what it says on stdout. */
  readonly start: (...args: readonly string[]) => Running;
  /** The same with another token, known to the Worker or not. */
  readonly runAs: (token: string, ...args: readonly string[]) => Promise<Ran>;
  readonly tokens: Readonly<Record<"desk" | "sender" | "approver" | "player" | "stranger", string>>;
};

export type Running = {
  readonly seen: (text: RegExp) => Promise<void>;
  readonly ended: Promise<Ran>;
};

/** @param more what an operator has set besides tokens */
export async function openCommandDesk(
  more: Readonly<Record<string, string>> = {},
): Promise<CommandDesk> {
  const desk = await minted("desk", ["read", "publish", "approve"]);
  const sender = await minted("sender", ["read", "publish"]);
  const approver = await minted("approver", ["read", "approve"]);
  // A night is as many requests as one token may make in ten seconds.
  const player = await minted("player", ["read", "publish"]);
  const stranger = await minted("stranger", ["read"]);
  const vars = Object.fromEntries(
    [desk, sender, approver, player].map(({ binding, secret }) => [
      binding,
      JSON.stringify(secret),
    ]),
  );
  const [topline] = await Promise.all([Topline.open({ ...vars, ...more }), buildCli()]);
  const startAs = (token: string, args: readonly string[]) =>
    start(args, { TOPLINE_URL: topline.origin, TOPLINE_TOKEN: token });
  return {
    topline,
    tokens: {
      desk: desk.token,
      sender: sender.token,
      approver: approver.token,
      player: player.token,
      stranger: stranger.token,
    },
    run: (...args) => startAs(desk.token, args).ended,
    runAs: (token, ...args) => startAs(token, args).ended,
    start: (...args) => startAs(desk.token, args),
  };
}

/** The command in a process of its own; it has no terminal, so it asks nobody. */
export function start(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exit) =>
      resolve({ exit, ...said, json: () => JSON.parse(said.stdout) as unknown }),
    );
  });
  const seen = (text: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (text.test(said.stdout)) resolve();
      };
      listeners.add(look);
      look();
      void ended.then(({ exit, stderr }) => reject(new Error(`ended with ${exit}: ${stderr}`)));
    });
  return { seen, ended };
}

async function minted(name: string, scopes: readonly TokenScope[]) {
  const made = await mintToken({ name, scopes: [...scopes], races: ["*"] }, crypto);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}
