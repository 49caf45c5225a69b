import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The races' folders in a folder of many, by name; none where it is a race's own folder. */
export async function foldersOf(folder: string): Promise<readonly string[]> {
  if (await isRace(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const folders = names.toSorted().map((name) => join(folder, name));
  const are = await Promise.all(folders.map(isRace));
  return folders.filter((_, i) => are[i]);
}

async function isRace(folder: string): Promise<boolean> {
  const found = await stat(join(folder, "race.json")).catch(() => null);
  return found?.isFile() === true;
}
