import { z } from "zod";
import { languageTag } from "../../race/schema/common.ts";
import { LANGUAGE_TAGS } from "../../wording/languages.ts";
import type { Cells } from "../sheet/check-rows.ts";
import type { Row } from "./own-sheet.ts";

/** The columns of those fields of a row that are texts in several languages. */
export function textColumns(row: z.ZodObject) {
  const fields = Object.keys(row.shape).filter((name) => isTexts(row.shape[name]));
  const fieldOf = (column: string) => fields.find((field) => column.startsWith(`${field}_`));
  const tagOf = (column: string) => column.slice(column.indexOf("_") + 1);
  return {
    /** Columns that a template has, and hints name. */
    names: fields.flatMap((field) => LANGUAGE_TAGS.map((tag) => `${field}_${tag}`)),
    /** The column that a header cell names, with any language's tag; else null. */
    columnOf: (cell: string): string | null =>
      fieldOf(cell) !== undefined && languageTag.safeParse(tagOf(cell)).success ? cell : null,
    /** The texts of a row, those that aren't empty. A field without any is left out. */
    read: (cells: Cells, columns: Iterable<string>): Row => {
      const texts: Record<string, Record<string, string>> = {};
      for (const column of columns) {
        const field = fieldOf(column);
        if (field !== undefined && cells(column) !== "")
          texts[field] = { ...texts[field], [tagOf(column)]: cells(column) };
      }
      return texts;
    },
    /** The column that a fault in a text belongs to: its language's, else the first. */
    columnAt: ([field, tag]: readonly PropertyKey[], columns: Iterable<string>) => {
      const own = Array.from(columns).filter((column) => fieldOf(column) === field);
      return own.find((column) => tagOf(column) === tag) ?? own[0];
    },
    /** The texts of these rows with their header: a column for each language that one is in. */
    table: (rows: readonly Row[]) => {
      const columns = fields.flatMap((field) => {
        const texts = rows.map((entry) => (entry[field] ?? {}) as Readonly<Record<string, string>>);
        const tags = new Set(rows.length > 0 ? texts.flatMap(Object.keys) : LANGUAGE_TAGS);
        return Array.from(tags, (tag) => ({
          column: `${field}_${tag}`,
          cells: texts.map((text) => text[tag] ?? ""),
        }));
      });
      return {
        header: columns.map(({ column }) => column),
        rows: rows.map((_, i) => columns.map(({ cells }) => cells[i] ?? "")),
      };
    },
  };
}

function isTexts(schema: z.ZodType | undefined): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isTexts(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodRecord;
}
