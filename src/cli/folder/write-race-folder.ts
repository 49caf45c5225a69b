import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RaceData } from "../../race/schema/data.ts";
import { tablesOf } from "../../formats/topline/section-csv.ts";

/** One file of a race's folder, as it would be written. */
export type FolderFile = {
  readonly name: string;
  readonly text: string;
  /** What is there now, compared with it. */
  readonly state: "new" | "same" | "different";
};

/** race.json and a CSV for each section that the race has; reading them gives the same data. */
export async function planRaceFolder(
  data: RaceData,
  folder: string,
): Promise<readonly FolderFile[]> {
  const tables = Object.entries(tablesOf(data)).map(([section, text]) => ({
    name: `${section}.csv`,
    text,
  }));
  const race = { name: "race.json", text: `${JSON.stringify(data.race, null, 2)}\n` };
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

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
