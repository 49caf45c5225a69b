import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "dist/topline.js");
const EXECUTABLE = 0o755;

/**
 * Bundles the command into `dist/topline.js`: Node strips types from a checkout's own files, but
 * not from a package's in node_modules. What it depends on is installed beside it.
 */
export async function buildCli(out: string = OUT): Promise<void> {
  await build({
    entryPoints: [join(ROOT, "src/cli/topline.ts")],
    outfile: out,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node22",
    logLevel: "warning",
  });
  await chmod(out, EXECUTABLE);
}

if (import.meta.main) await buildCli();
