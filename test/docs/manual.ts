import { readFile } from "node:fs/promises";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");

/** A page of the manual, by its path from the root: `docs/api.md`. */
export function page(path: string): Promise<string> {
  return readFile(join(ROOT, path), "utf8");
}

/** The part of a page under one heading of any level, up to the next of the same or a higher one. */
export function partOf(text: string, heading: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(`# ${heading}`));
  if (start < 0) throw new Error(`no heading ${heading}`);
  const level = lines[start]?.indexOf(" ") ?? 0;
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => /^#+ /.test(line) && line.indexOf(" ") <= level);
  return after.slice(0, end < 0 ? undefined : end).join("\n");
}

/** The contents of the fenced blocks in one language, in order. */
export function blocks(text: string, language: string): string[] {
  const fences = text.matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...fences].flatMap(([, name, body = ""]) => (name === language ? [body] : []));
}

/** The cells of every table row but the heads, without their padding. */
export function rows(text: string): string[][] {
  const lines = text.split("\n").map((line) => line.startsWith("|"));
  return text.split("\n").flatMap((line, i) =>
    lines[i] && lines[i - 1] && !/^\|[\s:|-]+\|$/.test(line)
      ? [
          line
            .split(/(?<!\\)\|/)
            .slice(1, -1)
            .map((cell) => cell.trim().replaceAll("\\|", "|")),
        ]
      : [],
  );
}

/** What stands between backticks in running text and tables. */
export function codes(text: string): string[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** The codes in the first cells of the tables. */
export function firstCodes(text: string): string[] {
  return rows(text).flatMap(([first = ""]) => codes(first));
}
