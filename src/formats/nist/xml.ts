import type { ContestFile } from "../match/contests.ts";
import { fault, type Place, type ReadResult } from "../text/faults.ts";
import { guarded } from "../text/json.ts";
import { nistContests } from "./json.ts";
import { nistReport } from "./report.ts";
import { readXml, type XmlElement, type XmlHandlers } from "../text/xml.ts";
import type { Format, Progress } from "../format.ts";
import { outlinesOf } from "../match/outline.ts";
import { readContest } from "../match/pick-contest.ts";

const NAMESPACE = "http://itl.nist.gov/ns/voting/1500-100/v2";

type Kind = "object" | "objects" | "text" | "number" | "boolean" | "ids";
/** How the elements that are read stand in JSON; all others are passed over with what is in them. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  Object.entries({
    ElectionReport: "object",
    Election: "objects",
    GpUnit: "objects",
    Party: "objects",
    Candidate: "objects",
    Contest: "objects",
    ContestSelection: "objects",
    VoteCounts: "objects",
    OtherCounts: "objects",
    BallotCounts: "objects",
    Text: "objects",
    BallotName: "object",
    Abbreviation: "object",
    Selection: "object",
    DeviceClass: "object",
    // A contest's name is plain text, every other one comes in several languages.
    Name: "object",
    GpUnitId: "text",
    ElectionDistrictId: "text",
    PartyId: "text",
    Type: "text",
    Status: "text",
    GeneratedDate: "text",
    Count: "number",
    Round: "number",
    Overvotes: "number",
    Undervotes: "number",
    BallotsCast: "number",
    SubUnitsReported: "number",
    TotalSubUnits: "number",
    VotersRegistered: "number",
    IsWriteIn: "boolean",
    IsTopTicket: "boolean",
    IsSuppressedForPrivacy: "boolean",
    CandidateIds: "ids",
    PartyIds: "ids",
    ComposingGpUnitIds: "ids",
  } satisfies Record<string, Kind>),
);

type Fields = Record<string, unknown>;
type Open = { readonly fields: Fields; hasParts: boolean };

export const nistXml = {
  name: "nist-xml",
  title: "Election Results Reporting (NIST) as XML",
  sections: ["results"],
  looksLike: ({ root }) => root === "ElectionReport",
  read: (text, request) => readContest(readNistXml(text, request.progress), request),
  outlines: (text) => outlinesOf(readNistXml(text)),
} as const satisfies Format;

/**
 * Reads Election Results Reporting (NIST SP 1500-100, version 2) as XML, just as `readNistJson`
 * reads it as JSON.
 *
 * Written from the published schema: not tried on a real file yet.
 */
export function readNistXml(text: string, progress?: Progress): ReadResult<ContestFile> {
  const places = new WeakMap<object, Place>();
  const open: Open[] = [];
  let root: Fields = {};
  let version: string | null = null;
  /** Depth of the element that is being passed over. */
  let skipped: number | null = null;
  const handlers: XmlHandlers = {
    open(element, parents) {
      if (parents.length === 0) version = versionOf(element);
      if (skipped !== null) return;
      if (!KINDS.has(element.name)) skipped = parents.length;
      else {
        const fields = fieldsOf(element);
        places.set(fields, { line: element.line, column: element.column });
        if (parents.length === 0) root = fields;
        const parent = open.at(-1);
        if (parent) parent.hasParts = true;
        open.push({ fields, hasParts: false });
      }
    },
    close(name, content, parents) {
      if (skipped !== null) {
        if (skipped === parents.length) skipped = null;
        return;
      }
      const closed = open.pop();
      const parent = open.at(-1);
      if (closed && parent) addField(parent.fields, name, valueOf(name, closed, content));
    },
  };
  const broken = readXml(text, handlers, progress);
  if (broken !== null) return { ok: false, faults: [broken] };
  if (version !== null) return { ok: false, faults: [fault(version, { line: 1 })] };
  const file = guarded(root, nistReport, (path) => placeIn(root, path, places));
  return "faults" in file ? { ok: false, faults: file.faults } : nistContests(file);
}

/** Null for a version 2 report; otherwise why it is none. */
function versionOf({ name, attributes }: XmlElement): string | null {
  if (name !== "ElectionReport") return `starts with <${name}> where a report has <ElectionReport>`;
  if (Object.values(attributes).includes(NAMESPACE)) return null;
  return `is not in the namespace ${NAMESPACE}: other versions aren't read`;
}

function fieldsOf({ name, attributes }: XmlElement): Fields {
  const fields: Fields = {};
  // An xs:ID has no space at its ends, whatever the file has.
  if (attributes["ObjectId"] !== undefined) fields["@id"] = attributes["ObjectId"].trim();
  if (name === "ElectionReport") fields["@type"] = name;
  if (name === "Text" && attributes["Language"]) fields["Language"] = attributes["Language"];
  return fields;
}

function valueOf(name: string, { fields, hasParts }: Open, content: string): unknown {
  switch (KINDS.get(name)) {
    case "text":
      return content;
    case "number":
      return /^-?\d+(\.\d+)?$/.test(content) ? Number(content) : content;
    case "boolean":
      return content === "true" || content === "1"
        ? true
        : content === "false" || content === "0"
          ? false
          : content;
    case "ids":
      return content.split(/\s+/).filter((id) => id !== "");
    case "object":
    case "objects":
    case undefined:
      if (name === "Text") return { ...fields, Content: content };
      return name === "Name" && !hasParts ? content : fields;
  }
}

/** A second value where there is to be one becomes a list, which the shape then refuses. */
function addField(fields: Fields, name: string, value: unknown): void {
  const before = fields[name];
  if (Array.isArray(before)) before.push(value);
  else if (KINDS.get(name) === "objects") fields[name] = [value];
  else fields[name] = before === undefined ? value : [before, value];
}

function placeIn(
  root: Fields,
  path: readonly PropertyKey[],
  places: WeakMap<object, Place>,
): Place {
  let place = places.get(root) ?? {};
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) break;
    value = (value as Record<PropertyKey, unknown>)[key];
    if (typeof value === "object" && value !== null) place = places.get(value) ?? place;
  }
  return { ...place, field: path.length === 0 ? null : path.map(String).join(".") };
}
