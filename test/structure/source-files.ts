import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

export type SourceFile = {
  /** From the checkout's root, with `/`. */
  readonly path: string;
  readonly text: string;
};

/** Every TypeScript file under `src`. */
export async function sourceFiles(): Promise<readonly SourceFile[]> {
  const names = await readdir(join(ROOT, "src"), { recursive: true });
  const paths = names
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path))
    .toSorted();
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), "utf8") })),
  );
}
