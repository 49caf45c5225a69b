import { UNSEEN } from "../unseen.ts";
import type { Checked } from "../checked.ts";
import { checkSource, SOURCE_SCHEMAS, type SourceName, type Sources } from "../check.ts";
import { parseKnownFields } from "./unknown-fields.ts";

/**
 * The form in which bodies are stored. Version 0.1.0 wrote form 1: its race.json had the calls, one
 * certificate or null, and Spanish names of its own. Other bodies are the same in both.
 */
export const BODY_FORM = 2;

/**
 * A body as it is stored, in any form, as today's code knows it: fields that came later get their
 * defaults, and those of a newer version, from before a rollback, are kept beside it.
 */
export function readStoredBody<N extends SourceName>(
  name: N,
  stored: unknown,
): Checked<Sources[N]> {
  const body = name === "race" ? splitRace(stored).race : stored;
  const checked = checkSource(name, body);
  if (checked.ok) return checked;
  // Version 0.1.0 took lines with marks that no reader sees.
  const cleaned = withoutUnseen(body);
  const known = parseKnownFields<unknown>(SOURCE_SCHEMAS[name], cleaned);
  return known.ok ? { ok: true, value: known.value as Sources[N] } : checkSource(name, cleaned);
}

function withoutUnseen(value: unknown): unknown {
  if (typeof value === "string") return value.replace(UNSEEN, " ");
  if (Array.isArray(value)) return value.map(withoutUnseen);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, withoutUnseen(own)]));
}

/** What a stored race.json says today: itself in today's form, and the calls that were part of it. */
export function splitRace(stored: unknown): {
  readonly race: unknown;
  /** Null where it has none, or is in today's form. */
  readonly calls: { readonly calls: readonly unknown[] } | null;
} {
  if (!isRecord(stored) || !("es" in stored || "calls" in stored))
    return { race: stored, calls: null };
  const { calls, es, certified, ...rest } = stored;
  const race = {
    ...rest,
    ...(isRecord(es) && Object.keys(es).length > 0 && { translations: { es } }),
    certified: certified ?? [],
  };
  return { race, calls: Array.isArray(calls) && calls.length > 0 ? { calls } : null };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
