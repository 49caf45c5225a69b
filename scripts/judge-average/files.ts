import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { dateOf, dayOf } from "../../src/race/dates.ts";

export type Row = Readonly<Record<string, string>>;

/** FiveThirtyEight's files, in the folder that was named or in its folder fivethirtyeight. */
export function fivethirtyeightFolder(named: string): string {
  const inside = join(named, "fivethirtyeight");
  return existsSync(inside) ? inside : named;
}

/** The rows of a CSV file; none where there is no such file. */
export function rowsOf(folder: string, file: string): readonly Row[] {
  const path = join(folder, file);
  return existsSync(path) ? parse(readFileSync(path, "utf8"), { columns: true, bom: true }) : [];
}

/** `4/1/19 13:14` or `4/1/2019` to `2019-04-01`. */
export function isoDate(text = ""): string {
  const [month, day, year = NaN] = (text.split(" ")[0] ?? "").split("/").map(Number);
  const century = year >= 100 ? 0 : 2000;
  return dateOf(dayOf(`${century + year}-${pad(month)}-${pad(day)}`));
}

/** A whole number of people; files hold means of two samples too. */
export function sampleOf(cell = ""): number | null {
  const sample = Math.floor(Number(cell));
  return sample >= 1 ? sample : null;
}

function pad(part = NaN): string {
  return String(part).padStart(2, "0");
}
