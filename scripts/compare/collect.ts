import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { SECTIONS } from "../../src/race/sections/index.ts";
import { drawCards } from "./draw-cards.ts";
import { raceFolders } from "./race-folders.ts";
import type { Answer, Readings } from "./readings.ts";

// node scripts/compare/collect.ts <checkout> <file>
// Builds a checkout, starts its Worker with its own code, pushes races with its own command, and
// writes what readers then get. In a process of its own, because two checkouts bring their modules.

type LocalWorker = { readonly dispose: () => Promise<unknown> };
type OwnScripts = {
  readonly startLocalWorker: (options: object) => Promise<LocalWorker>;
  readonly quietPort: () => Promise<number>;
  readonly published: (url: string, token: string, race: string) => Promise<number>;
};

const [checkout, file] = process.argv.slice(2);
if (!checkout || !file) throw new Error("usage: collect.ts <checkout> <file>");
process.chdir(checkout);
await writeFile(file, JSON.stringify(await collect(checkout)));
process.exit(0);

async function collect(root: string): Promise<Readings> {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
  const { startLocalWorker, quietPort, published } = await ownScripts(root);
  const from = Date.now();
  const temporary = await mkdtemp(join(tmpdir(), "topline-compare-"));
  const minted = topline("--json", "token", "compare", "--scopes", "read,publish,approve");
  const { token, binding, secret } = JSON.parse(minted) as Record<string, string>;
  const port = await quietPort();
  const origin = `http://127.0.0.1:${port}`;
  const worker = await startLocalWorker({
    port,
    persist: join(temporary, "state"),
    vars: { [binding as string]: JSON.stringify(secret) },
  });
  try {
    const folders = await raceFolders(root, temporary);
    for (const folder of folders) {
      topline("--url", origin, "--token", token as string, "push", folder, "--yes");
      await published(origin, token as string, basename(folder));
    }
    const races = folders.map((folder) => basename(folder));
    const answers = await read(origin, races);
    const cards = await drawCards(origin, races);
    return { run: { from, to: Date.now() }, answers, cards };
  } finally {
    await worker.dispose();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function ownScripts(root: string): Promise<OwnScripts> {
  const names = ["local-worker", "free-port", "published"];
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(root, `scripts/${name}.ts`)).href)),
  );
  return Object.assign({}, ...modules) as OwnScripts;
}

/** The checkout's own command; what it says, or an error that says why not. */
function topline(...words: string[]): string {
  return execFileSync(process.execPath, ["src/cli/topline.ts", ...words], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function read(origin: string, races: readonly string[]): Promise<Readings["answers"]> {
  const addresses = [
    "/v1/races",
    "/v1/openapi.json",
    "/v1/schema/race.json",
    ...races.flatMap((id) => {
      const race = `/v1/races/${id}`;
      const sections = SECTIONS.flatMap((name) => [`${race}/${name}`, `${race}/${name}.csv`]);
      return [race, ...sections, `${race}/publications`, `${race}/publications/1`];
    }),
    "/v1/races/test-unknown",
  ];
  const answers: Record<string, Answer> = {};
  for (const address of addresses) answers[address] = await ask(origin, address);
  return answers;
}

async function ask(origin: string, address: string): Promise<Answer> {
  const response = await fetch(`${origin}${address}`);
  const text = (await response.text()).replaceAll(origin, "ORIGIN");
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
}
