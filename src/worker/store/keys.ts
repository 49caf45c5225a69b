import type { LogName } from "../../race/logs/logs.ts";
import type { Section } from "../../race/sections/index.ts";
import { raceId } from "../../race/schema/common.ts";
import type { Status } from "../../race/schema/document.ts";
import type { MediaType, Quiet } from "./stored-value.ts";

/**
 * The layout of the KV namespace. Every value is what a reader gets, byte for byte.
 *
 *     race:us-ga-06-2017-runoff               the race document, JSON
 *     section:us-ga-06-2017-runoff:polls      one section in full, JSON
 *     section:us-ga-06-2017-runoff:polls.csv  the same as a table, CSV
 *     page:us-ga-06-2017-runoff               the race's page, HTML; `https://origin.invalid` stands for its host
 *     board:governors-2026                    a board's document, JSON
 *     list:1                                  the first page of the list of races, JSON
 *     log:us-ga-06-2017-runoff:corrections    a public log, JSON; its table under the same with .csv
 */
export const RACE_PREFIX = "race:";
export const BOARD_PREFIX = "board:";

/** A section, or its table, as the last piece of an address names it. */
export type SectionFile = Section | `${Section}.csv`;

/** A public log, or its table, as the last piece of an address names it. */
export type LogFile = LogName | `${LogName}.csv`;

export function raceKey(id: string): string {
  return RACE_PREFIX + id;
}

export function sectionKey(id: string, file: SectionFile): string {
  return `section:${id}:${file}`;
}

export function pageKey(id: string): string {
  return `page:${id}`;
}

export function logKey(id: string, file: LogFile): string {
  return `log:${id}:${file}`;
}

export function boardKey(id: string): string {
  return BOARD_PREFIX + id;
}

/** @param page counts from 1 */
export function listKey(page: number): string {
  return `list:${page}`;
}

/** The one guard before a key is made: nothing else that came in an address reaches KV. */
export function isRaceId(text: string): boolean {
  return raceId.safeParse(text).success;
}

/** The largest value that KV takes, 25 MiB. */
export const KV_VALUE_LIMIT_BYTES = 25 * 1024 * 1024;

/** What KV may hold beside one value, in bytes of JSON. */
export const METADATA_LIMIT_BYTES = 1024;

/** What stands beside a value in KV: all that an answer needs, so that reading parses no body. */
export type Metadata = {
  readonly etag: string;
  readonly mediaType: MediaType;
  readonly revision: number;
  readonly updatedAt: string;
  readonly status: Status;
};

/** Kept beside a race document: what the list of races shows. */
export type RaceMetadata = Metadata & {
  readonly next: number;
  /** Cut with an ellipsis where it would not fit. */
  readonly title: string;
  readonly electionDate: string;
  readonly test: boolean;
  /** Until when a law forbids to show a section that older publications may show, and which law. */
  readonly quiet?: Quiet;
};

/** Kept beside a board's document: what the list of boards shows. */
export type BoardMetadata = Metadata & {
  readonly next: number;
  readonly title: string;
  readonly electionDate: string | null;
  readonly test: boolean;
  readonly quiet?: Quiet;
};
