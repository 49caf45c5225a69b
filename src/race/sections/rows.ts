import type { Issue } from "../checked.ts";

/**
 * `base` with each row of `patch` in place of the row with its key, or at the end. A key that the
 * patch itself holds twice stays there twice, for the checks to refuse: which of the two was meant
 * is not for us to guess. Linear in the number of rows.
 */
export function mergeRows<Row>(
  base: readonly Row[] = [],
  patch: readonly Row[],
  key: (row: Row) => string,
): Row[] {
  const merged = [...base];
  const places = new Map(base.map((row, i) => [key(row), i]));
  for (const row of patch) {
    const k = key(row);
    const place = places.get(k);
    if (place === undefined) merged.push(row);
    else {
      merged[place] = row;
      places.delete(k);
    }
  }
  return merged;
}

/** A key of several parts. It is JSON, because names of areas may hold any separator. */
export function joinKey(...parts: readonly (string | number | null)[]): string {
  return JSON.stringify(parts);
}

/** Tells of rows whose key an earlier row has already, at the field that people know them by. */
export function duplicates<Row>(
  rows: readonly Row[] | undefined,
  key: (row: Row) => string,
  path: string,
  field: string,
  what: string,
): Issue[] {
  const first = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [i, row] of (rows ?? []).entries()) {
    const k = key(row);
    const before = first.get(k);
    if (before === undefined) first.set(k, i);
    else
      issues.push({
        path: `${path}.${i}.${field}`,
        message: `${what} ${k} is there twice: keep one of the two`,
        twin: before,
      });
  }
  return issues;
}
