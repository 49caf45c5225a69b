import { strToU8, zipSync } from "fflate";

/** A cell's XML inside its row: `<c r="A1" …>`. */
type Sheet = {
  readonly name: string;
  readonly rows: string;
  readonly more?: string;
  readonly state?: string;
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** Style 1 is a date, 2 a percent, 3 a date in a format of its own, 4 money. */
const STYLES = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="&quot;days &quot;#,##0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** A workbook with these sheets, zipped as spreadsheets do it. */
export function workbook(
  sheets: readonly Sheet[],
  {
    strings = [],
    properties = "",
    files = {},
  }: {
    readonly strings?: readonly string[];
    readonly properties?: string;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Uint8Array<ArrayBuffer> {
  const list = sheets.map(
    ({ name, state = "visible" }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
  );
  const rels = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const bodies = sheets.map(({ rows, more = "" }, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `${XML}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${more}</worksheet>`,
  ]);
  const all: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `${XML}<Types/>`,
    "xl/workbook.xml": `${XML}<workbook ${MAIN} xmlns:r="r"><workbookPr ${properties}/><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships>${rels.join("")}</Relationships>`,
    "xl/styles.xml": XML + STYLES,
    "xl/sharedStrings.xml": `${XML}<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    ...Object.fromEntries(bodies),
    ...files,
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** Rows of plain texts and numbers, from A1 on. */
export function rowsOf(table: readonly (readonly (string | number)[])[]): string {
  return table
    .map((cells, y) => {
      const inside = cells.map((cell, x) => {
        const ref = `${String.fromCharCode(65 + x)}${y + 1}`;
        return typeof cell === "number"
          ? `<c r="${ref}"><v>${cell}</v></c>`
          : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${y + 1}">${inside.join("")}</row>`;
    })
    .join("");
}
