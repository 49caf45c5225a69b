import {
  LOG_NAMES,
  type LogEntry,
  type LogName,
  LOGS,
  logBody,
  logTable,
} from "../../race/logs/logs.ts";
import { writeCsv } from "../../formats/text/csv.ts";
import type { LogFile } from "./keys.ts";
import { CSV_TYPE, JSON_TYPE, type MediaType } from "./stored-value.ts";

/** The entries of a race's logs, oldest first. */
export type LogLists = { readonly [L in LogName]: readonly LogEntry[L][] };

/** A log, or its table, as text. */
export type LogText = {
  readonly file: LogFile;
  readonly mediaType: MediaType;
  readonly text: string;
};

/** Every log that has entries. Those that have none cost no write: `emptyLog` answers for them. */
export function logTexts(race: string, lists: LogLists): readonly LogText[] {
  return LOG_NAMES.flatMap((name) =>
    lists[name].length === 0 ? [] : textsOf(race, name, lists[name]),
  );
}

/** What the address of a log says where nothing was ever written into it. */
export function emptyLog(race: string, file: LogFile): Omit<LogText, "file"> {
  const texts = LOG_NAMES.flatMap((name) => textsOf(race, name, []));
  const found = texts.find((text) => text.file === file);
  if (!found) throw new Error(`there is no log ${file}`);
  return found;
}

function textsOf<L extends LogName>(race: string, name: L, entries: readonly LogEntry[L][]) {
  const { columns, rows } = logTable(name, entries);
  return [
    { file: name, mediaType: JSON_TYPE, text: JSON.stringify(logBody(race, name, entries)) },
    { file: `${name}.csv`, mediaType: CSV_TYPE, text: writeCsv(columns, rows) },
  ] as const satisfies readonly LogText[];
}

/** Whether the last piece of an address names a log. */
export function isLogFile(text: string): text is LogFile {
  return Object.hasOwn(LOGS, text.replace(/\.csv$/, ""));
}
