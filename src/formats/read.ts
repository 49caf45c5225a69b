import { readClaritySummary } from "./clarity/summary.ts";
import { readClarityXml } from "./clarity/xml.ts";
import type { ContestFile } from "./match/contests.ts";
import { decodeText } from "./text/decode.ts";
import { fault, type ReadResult } from "./text/faults.ts";
import { readFecBulk } from "./fec/bulk.ts";
import { readFiveThirtyEight } from "./fivethirtyeight/fivethirtyeight.ts";
import type { Format } from "./formats.ts";
import { kindOf, type Kind } from "./kind-of.ts";
import { readNistXml } from "./nist/xml.ts";
import { readNistJson } from "./nist/json.ts";
import { readOpenElections } from "./openelections/openelections.ts";
import { readOpenFec } from "./fec/open-fec.ts";
import { personalDataFault } from "./text/personal-data.ts";
import { pickContest } from "./match/pick-contest.ts";
import { pickPolls } from "./match/pick-polls.ts";
import { readSosJson } from "./sos-ga/sos-ga.ts";
import {
  type CsvSection,
  type RaceContext,
  readSectionCsv,
  type SectionSource,
} from "./topline/section-csv.ts";
import { readSectionJson } from "./topline/section-json.ts";
import { isZip, unzipOne } from "./text/unzip.ts";

/** A file, and what is known about it beside what is inside. */
export type FileToRead = {
  readonly file: Uint8Array | string;
  readonly race: RaceContext;
  /** What it is; null looks inside. */
  readonly format?: string | null;
  /** What it should fill; null takes what it is about. */
  readonly section?: CsvSection | null;
  /** Id of the source to credit; files of others don't name one of the race's. */
  readonly source?: string | null;
  /** Key or title of the contest, for a file that holds several. */
  readonly contest?: string | null;
  /** When its numbers were true, for a file that doesn't say. */
  readonly asOf?: string | null;
  readonly round?: number;
  readonly populations?: "all" | "one";
};

/** A contest that a file holds. */
export type ListedContest = {
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
};

export type FileRead = SectionSource & {
  readonly format: Format;
  /** All contests of a file that can hold several; the one that was read among them. */
  readonly contests: readonly ListedContest[];
};

/**
 * Reads any file that Topline knows into the section it fills. Zips are opened, formats told by
 * content, and files that list people are refused before anything of them is read. Never throws:
 * whatever is wrong is a fault with its line, its column and what to do.
 */
export function readFile(request: FileToRead): ReadResult<FileRead> {
  const text = textOf(request.file);
  if (!text.ok) return text;
  const personal = personalDataFault(text.value);
  if (personal !== null) return { ok: false, faults: [personal] };
  const kind = kindOf(text.value, request);
  if (!kind.ok) return kind;
  return readAs(text.value, kind.value, request);
}

function textOf(file: Uint8Array | string): ReadResult<string> {
  if (typeof file === "string") return { ok: true, value: file, warnings: [] };
  if (!isZip(file)) return decodeText(file);
  const unzipped = unzipOne(file);
  if (!unzipped.ok) return unzipped;
  return isZip(unzipped.value.bytes)
    ? refused("the zip holds another zip: send what is inside")
    : decodeText(unzipped.value.bytes);
}

function readAs(
  text: string,
  { format, section }: Kind,
  request: FileToRead,
): ReadResult<FileRead> {
  switch (format) {
    case "csv":
      return own(format, readSectionCsv(section, text, request.race));
    case "json":
      return own(format, readSectionJson(section, text, request.race));
    case "fivethirtyeight":
      return polls(format, readFiveThirtyEight(text), request);
    case "openelections":
      return results(format, readOpenElections(text), request);
    case "clarity-xml":
      return results(format, readClarityXml(text), request);
    case "clarity-summary":
      return results(format, readClaritySummary(text), request);
    case "sos-ga":
      return results(format, readSosJson(text), request);
    case "nist-json":
      return results(format, readNistJson(text), request);
    case "nist-xml":
      return results(format, readNistXml(text), request);
    case "fec-bulk":
      return money(format, readFecBulk, text, request);
    case "openfec":
      return money(format, readOpenFec, text, request);
  }
}

function own(format: Format, read: ReadResult<SectionSource>): ReadResult<FileRead> {
  return read.ok ? { ...read, value: { ...read.value, format, contests: [] } } : read;
}

function polls(
  format: Format,
  file: ReturnType<typeof readFiveThirtyEight>,
  { race, source, contest = null, populations = "all" }: FileToRead,
): ReadResult<FileRead> {
  if (!file.ok) return file;
  if (!source) return NO_SOURCE;
  const { contests } = file.value;
  const { candidates } = race;
  const picked = pickPolls(contests, { candidates, source, contest, populations });
  if (!picked.ok) return picked;
  return {
    ok: true,
    warnings: [...file.warnings, ...picked.warnings],
    value: {
      section: "polls",
      source: picked.value,
      format,
      contests: contests.map(({ key, title, date }) => ({ key, title, date })),
    },
  };
}

function results(
  format: Format,
  file: ReadResult<ContestFile>,
  { race, source, contest = null, asOf = null, round = 1 }: FileToRead,
): ReadResult<FileRead> {
  if (!file.ok) return file;
  if (!source) return NO_SOURCE;
  const { candidates, areas = [] } = race;
  const picked = pickContest(file.value, { candidates, areas, source, contest, asOf, round });
  if (!picked.ok) return picked;
  return {
    ok: true,
    warnings: [...file.warnings, ...picked.warnings],
    value: {
      section: "results",
      source: picked.value,
      format,
      contests: file.value.contests.map(({ key, title }) => ({ key, title, date: null })),
    },
  };
}

function money(
  format: Format,
  read: typeof readFecBulk,
  text: string,
  { race, source }: FileToRead,
): ReadResult<FileRead> {
  if (!source) return NO_SOURCE;
  const file = read(text, { candidates: race.candidates, source });
  if (!file.ok) return file;
  return { ...file, value: { section: "money", source: file.value, format, contests: [] } };
}

const NO_SOURCE: ReadResult<never> = {
  ok: false,
  faults: [
    fault("the file doesn't name one of the race's sources: say which to credit as source", {
      field: "source",
    }),
  ],
};

function refused<T>(message: string): ReadResult<T> {
  return { ok: false, faults: [fault(message)] };
}
