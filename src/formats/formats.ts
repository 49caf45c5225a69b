import { ap } from "./ap/ap.ts";
import { claritySummary } from "./clarity/summary.ts";
import { clarityXml } from "./clarity/xml.ts";
import { fecBulk } from "./fec/bulk.ts";
import { openFec } from "./fec/open-fec.ts";
import { fiveThirtyEight } from "./fivethirtyeight/fivethirtyeight.ts";
import type { Format } from "./format.ts";
import { nistJson } from "./nist/json.ts";
import { nistXml } from "./nist/xml.ts";
import { openElections } from "./openelections/openelections.ts";
import { sosGa } from "./sos-ga/sos-ga.ts";
import { csv } from "./topline/csv.ts";
import { json } from "./topline/json.ts";
import { voteHub } from "./votehub/votehub.ts";

/**
 * Every format that is read, in the order in which a file is held against them. Our own come last:
 * a file of others may have all columns that tell one of ours.
 */
const LIST = [
  fiveThirtyEight,
  voteHub,
  openElections,
  clarityXml,
  claritySummary,
  sosGa,
  nistJson,
  nistXml,
  ap,
  fecBulk,
  openFec,
  csv,
  json,
] as const satisfies readonly Format[];

export type FormatName = (typeof LIST)[number]["name"];
export type KnownFormat = Format & { readonly name: FormatName };

/** Every format by the name that `--format` and `?format=` give it. */
export const FORMATS = Object.fromEntries(
  LIST.map((format): [string, KnownFormat] => [format.name, format]),
) as Readonly<Record<FormatName, KnownFormat>>;
export const FORMAT_NAMES: readonly FormatName[] = LIST.map(({ name }) => name);

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
