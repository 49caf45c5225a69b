import { decodeText } from "../text/decode.ts";
import { type Fault, fault, type ReadResult, refused } from "../text/faults.ts";
import { ZipFiles } from "../text/unzip.ts";
import type { Progress } from "../format.ts";
import { readXml, type XmlHandlers } from "../text/xml.ts";
import { type Calendar, type NumberKind, numberKind } from "./number-format.ts";

/** A workbook's sheets, and what the cells of all of them refer to. */
export type Workbook = {
  readonly sheets: readonly {
    readonly name: string;
    readonly path: string;
    readonly hidden: boolean;
  }[];
  readonly calendar: Calendar;
  /** What a number is, by the number of its cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly strings: readonly string[];
  /** Reads one of its files; null where it can be read, else what is wrong. */
  readonly read: (path: string, handlers: XmlHandlers, progress?: Progress) => Fault | null;
};

const ROOT = "xl/workbook.xml";

/** Whether a zip is a workbook, and of which kind. */
export function isWorkbook({ names }: ZipFiles): boolean {
  return names.has(ROOT) || names.has("xl/workbook.bin") || names.has("content.xml");
}

/** Opens a workbook; its sheets aren't read yet. */
export function openWorkbook(zip: ZipFiles): ReadResult<Workbook> {
  if (zip.names.has("xl/workbook.bin"))
    return refused("the file is a binary workbook (.xlsb): save it as .xlsx or CSV UTF-8");
  if (!zip.names.has(ROOT))
    return refused("the file is an OpenDocument spreadsheet: save it as .xlsx or CSV UTF-8");
  const faults: Fault[] = [];
  const read: Workbook["read"] = (path, handlers, progress) => {
    const unzipped = zip.unpack(path);
    if (!unzipped.ok) return unzipped.faults[0] ?? null;
    const text = decodeText(unzipped.value.bytes);
    if (!text.ok) return text.faults[0] ?? null;
    const found = readXml(text.value, handlers, progress);
    return found && fault(`the Excel workbook is damaged: ${path} ${found.message}`);
  };
  const need = (path: string, handlers: XmlHandlers) => {
    const found = zip.names.has(path) ? read(path, handlers) : null;
    if (found) faults.push(found);
  };
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let calendar: Calendar = 1900;
  need(ROOT, {
    open: ({ name, attributes }) => {
      if (name === "workbookPr" && isTrue(attributes["date1904"])) calendar = 1904;
      if (name === "sheet")
        sheets.push({
          name: attributes["name"] ?? "",
          id: attributes["id"] ?? "",
          hidden: (attributes["state"] ?? "visible") !== "visible",
        });
    },
    close: () => {},
  });
  const targets = new Map<string, string>();
  need("xl/_rels/workbook.xml.rels", {
    open: ({ attributes }) => {
      const { Id: id, Target: target } = attributes;
      if (id && target && attributes["TargetMode"] !== "External")
        targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
    close: () => {},
  });
  const kinds = kindsIn(need);
  const strings = stringsIn(need);
  if (faults.length > 0) return { ok: false, faults };
  const found = sheets.flatMap(({ name, id, hidden }) => {
    const path = targets.get(id) ?? "";
    return zip.names.has(path) ? [{ name, path, hidden }] : [];
  });
  return { ok: true, value: { sheets: found, calendar, kinds, strings, read }, warnings: [] };
}

type Need = (path: string, handlers: XmlHandlers) => void;

function kindsIn(need: Need): readonly NumberKind[] {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  need("xl/styles.xml", {
    open: ({ name, attributes }, parents) => {
      const id = Number(attributes["numFmtId"] ?? 0);
      if (name === "numFmt") codes.set(id, attributes["formatCode"] ?? "");
      if (name === "xf" && parents.at(-1) === "cellXfs") kinds.push(numberKind(id, codes.get(id)));
    },
    close: () => {},
  });
  return kinds;
}

function stringsIn(need: Need): readonly string[] {
  const strings: string[] = [];
  need("xl/sharedStrings.xml", {
    keepSpace: true,
    open: ({ name }) => {
      if (name === "si") strings.push("");
    },
    close: (name, text, parents) => {
      // Readings beside a text (phonetic, rPh) aren't part of it.
      if (name !== "t" || parents.includes("rPh") || strings.length === 0) return;
      strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
