import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RaceData } from "../../race/schema/data.ts";
import type { Section } from "../../race/sections/index.ts";
import { tablesOf } from "../../formats/topline/section-csv.ts";

/** One file of a race's folder, as it would be written. */
export type FolderFile = {
  readonly name: string;
  readonly text: string;
  /** What is there now, compared with it. */
  readonly state: "new" | "same" | "different";
};

/**
 * race.json and a file for each section that the race has: JSON where the folder keeps that section
 * as JSON, else CSV. Reading them gives the same data.
 */
export async function planRaceFolder(
  data: RaceData,
  folder: string,
): Promise<readonly FolderFile[]> {
  const tables = await Promise.all(
    Object.entries(tablesOf(data)).map(async ([section, text]) => {
      const json = `${section}.json`;
      const keepsJson = (await textOf(join(folder, json))) !== null;
      return keepsJson
        ? { name: json, text: jsonOf(data[section as Section]) }
        : { name: `${section}.csv`, text };
    }),
  );
  const race = { name: "race.json", text: jsonOf(data.race) };
  return Promise.all(
    [race, ...tables].map(async (file) => {
      const before = await textOf(join(folder, file.name));
      const state = before === null ? "new" : before === file.text ? "same" : "different";
      return { ...file, state } as const;
    }),
  );
}

export async function writeRaceFolder(files: readonly FolderFile[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text, state } of files)
    if (state !== "same") await writeFile(join(folder, name), text);
}

function jsonOf(body: unknown): string {
  return `${JSON.stringify(body, null, 2)}\n`;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
