import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./manual.ts";

/** The text of all sources under these folders of the project, one after the other. */
export async function sources(...folders: readonly string[]): Promise<string> {
  const texts = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
      return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
    }),
  );
  return texts.flat().join("\n");
}

/** Every first group of a pattern in a text, each once, sorted. */
export function found(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, group = ""]) => group))].toSorted();
}
