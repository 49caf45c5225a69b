import type { z } from "zod";

/**
 * Fields of stored objects that this version doesn't know, because a newer one wrote them. They
 * stand beside the objects and not in them, so that nothing of them can reach readers.
 */
const UNKNOWN = new WeakMap<object, Readonly<Record<string, unknown>>>();
let isAnyKnown = false;

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Objects in objects: no body comes near this. */
const MAX_ROUNDS = 8;

/**
 * Reads a stored body that may have fields of a newer version. They are remembered, for
 * `stringifyBody` to write them again.
 */
export function parseKnownFields<T>(schema: z.ZodType<T>, stored: unknown): Parsed<T> {
  const body: unknown = JSON.parse(JSON.stringify(stored));
  const taken: {
    readonly path: readonly PropertyKey[];
    readonly fields: Record<string, unknown>;
  }[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const parsed = schema.safeParse(body);
    if (parsed.success) {
      for (const { path, fields } of taken) remember(at(parsed.data, path), fields);
      return { ok: true, value: parsed.data };
    }
    const strange = parsed.error.issues.flatMap((issue) => strangeKeys(issue, []));
    if (strange.length === 0) return { ok: false };
    for (const { path, keys } of strange) {
      const holder = at(body, path);
      if (!isRecord(holder)) return { ok: false };
      taken.push({ path, fields: Object.fromEntries(keys.map((key) => [key, holder[key]])) });
      for (const key of keys) Reflect.deleteProperty(holder, key);
    }
  }
  return { ok: false };
}

/** A body as JSON, with the fields that were read and not known. */
export function stringifyBody(body: object): string {
  if (!isAnyKnown) return JSON.stringify(body);
  return JSON.stringify(body, (_, value: unknown) =>
    isRecord(value) && UNKNOWN.has(value) ? { ...value, ...UNKNOWN.get(value) } : value,
  );
}

function remember(holder: unknown, fields: Readonly<Record<string, unknown>>): void {
  if (!isRecord(holder)) return;
  UNKNOWN.set(holder, { ...UNKNOWN.get(holder), ...fields });
  isAnyKnown = true;
}

type StrangeKeys = { readonly path: readonly PropertyKey[]; readonly keys: readonly string[] };

/** Of several forms that an object may have, the one counts that only strange keys stand against. */
function strangeKeys(issue: z.core.$ZodIssue, before: readonly PropertyKey[]): StrangeKeys[] {
  const path = [...before, ...issue.path];
  if (issue.code === "unrecognized_keys") return [{ path, keys: issue.keys }];
  if (issue.code !== "invalid_union") return [];
  const form = issue.errors.find((errors) =>
    errors.every(({ code }) => code === "unrecognized_keys"),
  );
  return (form ?? []).flatMap((one) => strangeKeys(one, path));
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (holder, key) =>
      typeof holder === "object" && holder !== null ? Reflect.get(holder, key) : undefined,
    value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
