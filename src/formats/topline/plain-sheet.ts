import { z } from "zod";
import { DEFINITIONS, type Section } from "../../race/sections/index.ts";
import { resolveAreas } from "../match/areas.ts";
import { asOf, date } from "../../race/schema/common.ts";
import {
  cellOf,
  countOrText,
  flagCell,
  flagOrText,
  numberOrText,
  wordOrNull,
} from "../sheet/cells.ts";
import { checkRows, snakeCase } from "../sheet/check-rows.ts";
import type { CellKind } from "../sheet/local-cells.ts";
import { isEither } from "../sheet/local-numbers.ts";
import { openSheet } from "../sheet/sheet.ts";
import { textAt } from "../text/csv.ts";
import { candidateCell } from "../match/candidates.ts";
import type { OwnSheet, Row } from "./own-sheet.ts";
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
  const kinds = new Map(fields.map(({ column, kind }) => [column, kind]));
  const texts = textColumns(row);
  return {
    read: (text, { race, areas }, said) => {
      const file = `${section}.csv`;
      const { columnOf: extra, names: extraNames } = texts;
      const spec = {
        file,
        columns,
        required,
        extra,
        extraNames,
        kindOf: (name: string) => kinds.get(name) ?? null,
      };
      const sheet = openSheet(text, spec, said);
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
        const entry = nested(fields.map((field) => [field.path, parsed(field) ?? field.empty]));
        return {
          value: { ...entry, ...texts.read(cells, sheet.at.keys()) },
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
          ...fields.map(({ path, kind }) => written(path.reduce(inner, entry), kind)),
          ...(said.rows[i] ?? []),
        ]),
      };
    },
  };
}

type Field = {
  readonly column: string;
  /** Where it stands in a row: a column `retracted_at` is `at` of `retracted`. */
  readonly path: readonly string[];
  readonly kind: CellKind | null;
  /** A cell as a value that the schema can judge. */
  readonly parse: (cell: string) => unknown;
  /** What an empty cell stands for: nothing, where the schema knows what to put there. */
  readonly empty: null | undefined;
};

function fieldOf(column: string, row: z.ZodObject): Field {
  const path = pathOf(column, row);
  const schema = path.reduce<z.ZodType | undefined>(
    (at, name) => (at instanceof z.ZodOptional ? objectIn(at) : (at as z.ZodObject)).shape[name],
    row,
  );
  if (schema === undefined)
    throw new Error(`the column ${column} needs a field called ${path.join(".")}`);
  const optional = schema.safeParse(undefined).success;
  const empty = !optional && schema.safeParse(null).success ? null : undefined;
  const bare = bareOf(schema);
  const kind = kindOf(bare);
  return { column, path, kind, parse: parserOf(bare, kind), empty };
}

/** Fields are named by whole columns, or by an object of the row and a field of that. */
function pathOf(column: string, row: z.ZodObject): readonly string[] {
  const name = camelCase(column);
  const [outer = "", ...rest] = column.split("_");
  const within = row.shape[name] === undefined && row.shape[outer] instanceof z.ZodOptional;
  return within ? [outer, camelCase(rest.join("_"))] : [name];
}

function camelCase(column: string): string {
  return column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function objectIn(schema: z.ZodOptional): z.ZodObject {
  return schema.unwrap() as z.ZodObject;
}

/** A row of its fields' values. An object none of whose fields is there is left out. */
function nested(entries: readonly (readonly [path: readonly string[], value: unknown])[]): Row {
  const row: Record<string, unknown> = {};
  for (const [[name = "", field], value] of entries)
    if (field === undefined) row[name] = value;
    else if (value !== undefined) row[name] = { ...(row[name] as Row | undefined), [field]: value };
  return row;
}

function inner(at: unknown, name: string): unknown {
  return (at as Row | undefined)?.[name];
}

/** The schema of what stands there where something does. */
function bareOf(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
    ? bareOf(schema.unwrap() as z.ZodType)
    : schema;
}

function kindOf(schema: z.ZodType): CellKind | null {
  if (schema instanceof z.ZodNumber)
    return (schema.maxValue ?? Infinity) <= 100 ? "percent" : "number";
  return DAYS.includes(schema) ? "day" : null;
}

const DAYS: readonly z.ZodType[] = [date, asOf];

function parserOf(schema: z.ZodType, kind: CellKind | null): Field["parse"] {
  if (kind === "number") return countOrText;
  if (kind === "percent") return numberOrText;
  if (schema instanceof z.ZodBoolean) return flagOrText;
  return schema instanceof z.ZodEnum ? wordOrNull : (cell) => cell;
}

function written(value: unknown, kind: CellKind | null): string {
  if (typeof value === "boolean") return flagCell(value);
  if (typeof value !== "string" && typeof value !== "number") return "";
  const cell = cellOf(value);
  // 25.125 could be meant as thousands, 25.1250 couldn't.
  return kind === "number" && isEither(cell) ? `${cell}0` : cell;
}
