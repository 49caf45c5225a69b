import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Engine, expressionOf, SIZE } from "./engine.ts";
import { onPath } from "./on-path.ts";

/** Where Firefox is usually found, beside the search path. */
const INSTALLED = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** Nothing is asked of any other host than the test's. */
const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.newtabpage.enabled": false,
  "extensions.update.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

export function firefoxPath(): string | null {
  const path = process.env["FIREFOX_PATH"];
  return path ?? onPath("firefox-esr") ?? onPath("firefox") ?? INSTALLED.find(existsSync) ?? null;
}

/** An installed Firefox, spoken to by WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
export async function openFirefox(path: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), "topline-firefox-"));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, "user.js"), lines.join("\n"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const firefox = spawn(path, args, { stdio: ["ignore", "ignore", "pipe"] });
  const bidi = await connect(await addressFrom(firefox.stderr));
  const session = await bidi.send("session.new", { capabilities: {} });
  let context: unknown = null;
  return {
    name: "firefox",
    version: session.capabilities.browserVersion,
    async open(address, viewport = SIZE) {
      const before = context;
      ({ context } = await bidi.send("browsingContext.create", { type: "tab" }));
      if (before !== null) await bidi.send("browsingContext.close", { context: before });
      await bidi.send("browsingContext.setViewport", { context, viewport });
      await bidi.send("browsingContext.navigate", { context, url: address, wait: "complete" });
      const target = { context };
      return {
        async run(inPage, ...given) {
          const expression = expressionOf(inPage, given);
          const answer = await bidi.send("script.evaluate", {
            expression,
            target,
            awaitPromise: true,
          });
          if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
          return JSON.parse(answer.result.value);
        },
      };
    },
    async close() {
      const gone = once(firefox, "exit");
      await bidi.send("browser.close", {});
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Firefox says on stderr where it listens. */
async function addressFrom(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stderr)) {
    const address = /WebDriver BiDi listening on (\S+)/.exec(line)?.[1];
    if (address) {
      stderr.resume();
      return `${address}/session`;
    }
  }
  throw new Error("Firefox ended before it listened");
}

// oxlint-disable-next-line typescript/no-explicit-any -- what commands answer is the protocol's business
type Answer = any;

async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((opened, failed) => {
    socket.addEventListener("open", opened);
    socket.addEventListener("error", () => failed(new Error(`no answer at ${address}`)));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer: Answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let id = 0;
  return {
    async send(method: string, params: object): Promise<Answer> {
      const answer = await new Promise<Answer>((answered) => {
        waiting.set(++id, answered);
        socket.send(JSON.stringify({ id, method, params }));
      });
      if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
      return answer.result;
    },
  };
}
