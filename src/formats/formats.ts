import type { CsvSection } from "./topline/section-csv.ts";

/**
 * Every format that is read, by the name that `format` gives it, with the section its files fill.
 * `csv` and `json` are our own, and fill any.
 */
export const FORMATS = {
  csv: { section: null, title: "Topline's own CSV" },
  json: { section: null, title: "Topline's own JSON" },
  fivethirtyeight: { section: "polls", title: "a list of polls in FiveThirtyEight's columns" },
  openelections: { section: "results", title: "an OpenElections CSV" },
  "clarity-xml": { section: "results", title: "Clarity's detail.xml" },
  "clarity-summary": { section: "results", title: "Clarity's summary.json" },
  "sos-ga": { section: "results", title: "the Georgia Secretary of State's JSON export" },
  "nist-json": { section: "results", title: "Election Results Reporting (NIST) as JSON" },
  "nist-xml": { section: "results", title: "Election Results Reporting (NIST) as XML" },
  "fec-bulk": { section: "money", title: "the FEC's bulk file of candidate totals" },
  openfec: { section: "money", title: "OpenFEC's candidate totals" },
} as const satisfies Record<string, { section: CsvSection | null; title: string }>;

export type Format = keyof typeof FORMATS;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}
