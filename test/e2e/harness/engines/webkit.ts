import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { quietPort } from "../../../../scripts/free-port.ts";
import { type Engine, expressionOf, SIZE } from "./engine.ts";
import { onPath } from "./on-path.ts";

const ATTEMPTS = 50;
const PAUSE_MS = 100;

/** The least that WebKitGTK's driver needs: itself, and a screen, real or not. */
export function webkitPath(): string | null {
  const driver = process.env["WEBKIT_DRIVER_PATH"] ?? onPath("WebKitWebDriver");
  return driver && (process.env["DISPLAY"] || onPath("Xvfb")) ? driver : null;
}

/** WebKitGTK, spoken to by WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function openWebkit(path: string): Promise<Engine> {
  const screen = await openScreen();
  const port = await quietPort();
  const env = { ...process.env, ...screen.env, LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  const driver = spawn(path, [`--port=${port}`], { env, stdio: "ignore" });
  const send = async (method: string, command: string, body?: object): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}${command}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: Answer };
    if (!response.ok) throw new Error(`${command}: ${value.message ?? value.error}`);
    return value;
  };
  await ready(() => send("GET", "/status"));
  const { sessionId, capabilities } = await send("POST", "/session", { capabilities: {} });
  const session = `/session/${sessionId}`;
  const inner = () =>
    send("POST", `${session}/execute/sync`, {
      script: "return [innerWidth, innerHeight]",
      args: [],
    });
  return {
    name: "webkit",
    version: capabilities.browserVersion,
    async open(address, { width, height } = SIZE) {
      await send("POST", `${session}/url`, { url: "about:blank" });
      await send("POST", `${session}/window/rect`, { width, height });
      const [innerWidth, innerHeight] = (await inner()) as [number, number];
      const frame = { width: 2 * width - innerWidth, height: 2 * height - innerHeight };
      await send("POST", `${session}/window/rect`, frame);
      await send("POST", `${session}/url`, { url: address });
      return {
        async run(inPage, ...args) {
          const script = `const done = arguments[0]; ${expressionOf(inPage, args)}.then((value) => done({ value }), (error) => done({ error: String(error) }))`;
          const answer = await send("POST", `${session}/execute/async`, { script, args: [] });
          if (answer.error) throw new Error(answer.error);
          return JSON.parse(answer.value);
        },
      };
    },
    async close() {
      await send("DELETE", session);
      await end(driver);
      await screen.close();
    },
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- what commands answer is the protocol's business
type Answer = any;

async function ready(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wait(PAUSE_MS);
    }
  }
}

/** The screen there is, or one that nobody sees: WebKitGTK has no headless mode. */
async function openScreen() {
  if (process.env["DISPLAY"]) return { env: {}, close: async () => {} };
  const args = ["-displayfd", "1", "-screen", "0", "1600x3000x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface(server.stdout);
  const [number] = (await once(lines, "line")) as [string];
  return { env: { DISPLAY: `:${number}` }, close: () => end(server) };
}

async function end(process: ChildProcess): Promise<void> {
  const gone = once(process, "exit");
  process.kill();
  await gone;
}
