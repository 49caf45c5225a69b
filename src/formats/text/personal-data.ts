import { fault, type Fault } from "./faults.ts";

/** Of a file's beginning, enough for any header line and a JSON list's first entry. */
const LOOKED_AT_CHARS = 20_000;

/** A voter's number, in the names that states' files give it: letters and digits, # as `number`. */
const VOTER_NUMBER =
  /^(sos|state|county)?(voter|vtr)s?(id|idnumber|number|num|no|regnum|regno|regnumber|regid|registrationid|registrationno|registrationnum|registrationnumber|uniqueid|certificatenumber|serialnumber)$|^(registrationnumber|regnum|vuid|ncid|stateid(number)?|idvoter|lavoterid)$/;
const LAST_NAME =
  /^(voter|contributor|registrant|vtr)?(last|sur|family)name(voter)?$|^(name|nm)last$/;
const FIRST_NAME =
  /^(voter|contributor|registrant|vtr)?(first|given)name(voter)?$|^(name|nm)first$/;
const HOME =
  /street|address|addr\d?$|^zip|zipcode|postalcode|birth|^dob$|phone|^house(no|num|number)$|^res(idence|idential)/;

/**
 * The fault of a file that lists people one by one: absentee voter files, registration lists,
 * donors. Topline keeps counts, never people, so such a file is refused before anything of it is
 * read. Null for any other file.
 */
export function personalDataFault(text: string): Fault | null {
  const start = text.slice(0, LOOKED_AT_CHARS);
  const names = /^[\uFEFF\s]*[[{]/.test(start) ? jsonKeys(start) : headerCells(start);
  const plain = names.map((name) =>
    name
      .toLowerCase()
      .replaceAll("#", "number")
      .replace(/[^a-z0-9]/g, ""),
  );
  const number = plain.findIndex((name) => VOTER_NUMBER.test(name));
  const last = plain.findIndex((name) => LAST_NAME.test(name));
  const person =
    last >= 0 &&
    plain.some((name) => FIRST_NAME.test(name)) &&
    plain.some((name) => HOME.test(name));
  const at = number >= 0 ? number : person ? last : -1;
  if (at < 0) return null;
  const field = names[at]?.trim() ?? null;
  const message =
    "lists people one by one, and none of it is read: Topline takes counts only. Send the number of ballots by day and mode instead";
  return fault(message, { line: 1, column: at + 1, field });
}

function headerCells(start: string): readonly string[] {
  const [line = ""] = /[^\r\n]+/.exec(start) ?? [];
  return line.split(/[,;|\t]/).map((cell) => cell.replace(/["\uFEFF]/g, ""));
}

function jsonKeys(start: string): readonly string[] {
  return [...start.matchAll(/"([^"\\]{1,60})"\s*:/g)].map(([, key = ""]) => key);
}
