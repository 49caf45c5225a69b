import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openApiDocument, raceSchema } from "../src/worker/openapi/openapi.ts";

const PUBLIC = join(import.meta.dirname, "..", "public");

/** Writes `/v1/openapi.json` and `/v1/schema/race.json` as static files under `folder`. */
export async function buildContract(folder: string = PUBLIC): Promise<void> {
  const files = { "v1/openapi.json": openApiDocument(), "v1/schema/race.json": raceSchema() };
  for (const [name, body] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(body, null, 2)}\n`);
  }
}

if (import.meta.main) await buildContract();
