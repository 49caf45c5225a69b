import { readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { applyEdits, modify } from "jsonc-parser";
import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { type ResultsSource, WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { raceIn } from "../folder/race-of.ts";

/** An area as race.json lists it. */
export type FoundArea = { readonly id: string; readonly name: string };

/** The areas of a count, for a race that lists none. */
export function foundAreas({ counts }: ResultsSource): readonly FoundArea[] {
  const names = new Set(counts.map(({ area }) => area));
  names.delete(WHOLE_CONTEST);
  const ids = new Set<string>();
  return [...names].map((name) => {
    const plain =
      areaKey(name)
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "area";
    let id = plain;
    for (let n = 2; ids.has(id); n += 1) id = `${plain}-${n}`;
    ids.add(id);
    return { id, name };
  });
}

/** race.json of a race, beside its file or in races/; null where this machine has none. */
export async function raceFileOf(race: string, path: string): Promise<string | null> {
  for (const folder of [dirname(path), join("races", race)]) {
    const file = join(folder, "race.json");
    if ((await stat(file).catch(() => null)) === null) continue;
    if ((await raceIn(folder))?.id === race) return file;
  }
  return null;
}

/** Puts areas into a race.json and leaves the rest of it as it is written. */
export async function writeAreas(file: string, areas: readonly FoundArea[]): Promise<void> {
  const text = await readFile(file, "utf8");
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  await writeFile(file, applyEdits(text, modify(text, ["areas"], areas, { formattingOptions })));
}
