import type { StoredValue } from "../store/stored-value.ts";

/** What a request asks of a table beside its plain bytes; null for these. */
export type SpreadsheetForm = "bom" | "download";

export function spreadsheetForm(url: string): SpreadsheetForm | null {
  const query = new URL(url).searchParams;
  if (query.get("download") === "1") return "download";
  return query.get("bom") === "1" ? "bom" : null;
}

/** A table is rewritten once, however often it is asked for while this isolate holds it. */
const rewritten = new WeakMap<StoredValue, StoredValue>();

/**
 * A table as spreadsheets open it: behind a byte order mark, without which Excel takes it for
 * Windows' letters, and with a mark before texts that would be formulas. Its tag is its own.
 */
export function forSpreadsheets(stored: StoredValue): StoredValue {
  const known = rewritten.get(stored);
  if (known !== undefined) return known;
  const text = `\uFEFF${harmless(new TextDecoder().decode(stored.body))}`;
  const made: StoredValue = {
    ...stored,
    body: new TextEncoder().encode(text).slice().buffer,
    etag: stored.etag.replace(/"$/, '-bom"'),
  };
  rewritten.set(stored, made);
  return made;
}

/**
 * Where a spreadsheet may see the beginning of a formula: at the start of a cell, also where its
 * country would split cells at semicolons. Letters of full width count in Japan. Numbers are none.
 */
const FORMULA =
  /(^|[,;\t\r\n"])([ \u00a0]{0,300})(?=[=+\-@＝＋－＠])(?![+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:[",;\t\r\n]|$))/g;

/** The apostrophe by which spreadsheets know text. */
function harmless(table: string): string {
  return table.replace(FORMULA, "$1$2'");
}
