import { z } from "zod";
import { DEFINITIONS, type Section } from "../../race/sections/index.ts";
import { resolveAreas } from "../match/areas.ts";
import { cellOf, flagCell, flagOrText, numberOrText, wordOrNull } from "../sheet/cells.ts";
import { checkRows, snakeCase } from "../sheet/check-rows.ts";
import { openSheet } from "../sheet/sheet.ts";
import { textAt } from "../text/csv.ts";
import { candidateCell } from "../match/candidates.ts";
import type { OwnSheet } from "./own-sheet.ts";
import { textColumns } from "./text-columns.ts";

/**
 * The CSV of a section whose columns are the fields of its rows: `as_of` is `asOf`. A column says
 * what its field is: a number, yes or no, a word of a list, or text. A column called `candidate`
 * takes any name of a candidate; one called `area` gives each place one name (see areas.ts). A text
 * in several languages has a column for each: `text_en`, `text_es` (see text-columns.ts).
 */
export function plainSheet(section: Section): OwnSheet {
  const { columns, required } = DEFINITIONS[section].csv;
  const row = DEFINITIONS[section].rows.schema;
  const fields = columns.map((column) => fieldOf(column, row));
  const texts = textColumns(row);
  return {
    read: (text, { race, areas }) => {
      const file = `${section}.csv`;
      const { columnOf: extra, names: extraNames } = texts;
      const sheet = openSheet(text, { file, columns, required, extra, extraNames });
      const names = sheet.rows.map((cells) => textAt(cells, sheet.at.get("area")));
      const areaName = resolveAreas(names, areas);
      const { values, faults } = checkRows(sheet, row, (cells) => {
        const candidate = candidateCell(cells("candidate"), race.candidates);
        const parsed = ({ column, parse }: Field) => {
          const cell = cells(column);
          if (cell === "") return null;
          if (column === "candidate") return candidate.id;
          return parse(column === "area" ? areaName(cell) : cell);
        };
        const entries = fields.map((field) => [field.name, parsed(field) ?? field.empty]);
        return {
          value: { ...Object.fromEntries(entries), ...texts.read(cells, sheet.at.keys()) },
          faults: candidate.faults,
          columnOf: (path) => texts.columnAt(path, sheet.at.keys()) ?? snakeCase(path),
        };
      });
      return { sheet, rows: values, faults: [...sheet.faults, ...faults], warnings: [] };
    },
    table: (rows) => {
      const said = texts.table(rows);
      return {
        header: [...columns, ...said.header],
        rows: rows.map((entry, i) => [
          ...fields.map(({ name }) => written(entry[name])),
          ...(said.rows[i] ?? []),
        ]),
      };
    },
  };
}

type Field = {
  readonly column: string;
  readonly name: string;
  /** A cell as a value that the schema can judge. */
  readonly parse: (cell: string) => unknown;
  /** What an empty cell stands for: nothing, where the schema knows what to put there. */
  readonly empty: null | undefined;
};

function fieldOf(column: string, row: z.ZodObject): Field {
  const name = column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const schema: z.ZodType | undefined = row.shape[name];
  if (schema === undefined) throw new Error(`the column ${column} needs a field called ${name}`);
  const optional = schema.safeParse(undefined).success;
  const empty = !optional && schema.safeParse(null).success ? null : undefined;
  return { column, name, parse: parserOf(schema), empty };
}

function parserOf(schema: z.ZodType): Field["parse"] {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
  )
    return parserOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNumber) return numberOrText;
  if (schema instanceof z.ZodBoolean) return flagOrText;
  return schema instanceof z.ZodEnum ? wordOrNull : (cell) => cell;
}

function written(value: unknown): string {
  if (typeof value === "boolean") return flagCell(value);
  return cellOf(typeof value === "string" || typeof value === "number" ? value : null);
}
