import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build, offer } from "./build.ts";
import { buildContract } from "./build-contract.ts";
import { readReleases } from "./release-list.ts";

// npm run deploy [-- <options of wrangler deploy>]
// Builds this checkout and puts it live, with every file that was ever released. Pinned snippets
// are offered the newest release, because what isn't released goes away with the next deploy.

const PUBLIC = join(import.meta.dirname, "..", "public");

const { script } = await build();
await buildContract();
const newest = (await readReleases(PUBLIC)).at(-1);
const released = newest?.files[newest.script];
if (newest && released) await offer(PUBLIC, { file: newest.script, ...released });
if (script.file !== newest?.script)
  console.log(
    `This checkout's script is in no release. Cards that are open when the next deploy replaces it
can't load Spanish or results any more: npm run release -- <version> before an election night.`,
  );
const { status } = spawnSync("wrangler", ["deploy", ...process.argv.slice(2)], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exit(status ?? 1);
