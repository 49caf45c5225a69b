import { SOURCE_NAMES, type SourceName } from "../../../race/check.ts";
import { readStoredBody } from "../../../race/migrate/stored-body.ts";
import type { Revision } from "../../../contract/desk/revisions.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { bodyOf, headOf, lastRevision } from "./log.ts";

/** The revision each body stands at, the last revision of all, and the bodies themselves. */
export type Current = {
  readonly heads: { readonly [N in SourceName]: Revision | null };
  /** The last revision of all; null before the first. */
  readonly last: Revision | null;
  /** Its number; 0 before the first. */
  readonly revision: number;
  readonly bodies: BodySet;
};

/** Every body of a race; null where there is none. */
export type BodySet = { readonly [N in SourceName]: RaceData[N] | null };

/** A desk's bodies, parsed. Each section's latest is held in memory between writes. */
export class Bodies {
  readonly #latest = new Map<SourceName, { readonly n: number; readonly value: unknown }>();

  /** What the desk holds now. Revisions never change, so waiting for a body can't mix two states. */
  async current(sql: SqlStorage): Promise<Current> {
    const heads = Object.fromEntries(SOURCE_NAMES.map((name) => [name, headOf(sql, name)])) as {
      [N in SourceName]: Revision | null;
    };
    // Not the last of the heads: a newer version may have written sections that this one lacks.
    const last = lastRevision(sql);
    const bodies: Record<string, unknown> = {};
    for (const name of SOURCE_NAMES) bodies[name] = await this.#value(sql, name, heads[name]);
    return { heads, last, revision: last?.n ?? 0, bodies: bodies as BodySet };
  }

  /** The race's own body alone. */
  async race(sql: SqlStorage): Promise<BodySet["race"]> {
    return (await this.#value(sql, "race", headOf(sql, "race"))) as BodySet["race"];
  }

  /** Remembers a body that has just been stored, so that it needn't be parsed again. */
  remember(name: SourceName, n: number, value: unknown): void {
    this.#latest.set(name, { n, value });
  }

  async #value(sql: SqlStorage, name: SourceName, head: Revision | null): Promise<unknown> {
    if (head === null || head.body === null) return null;
    const known = this.#latest.get(name);
    if (known?.n === head.n) return known.value;
    const bytes = await bodyOf(sql, head.n);
    if (bytes === null) throw new Error(`revision ${head.n} has lost its body`);
    const value = reviveBody(name, bytes);
    this.remember(name, head.n, value);
    return value;
  }
}

/** A race before anything was put. */
export const EMPTY: Current = {
  heads: nothing(),
  last: null,
  revision: 0,
  bodies: nothing(),
};

function nothing(): { readonly [N in SourceName]: null } {
  return Object.fromEntries(SOURCE_NAMES.map((name) => [name, null])) as {
    [N in SourceName]: null;
  };
}

/**
 * Tells states of a race's data apart, by the hashes of its bodies.
 * @param changed the hash of a body that may come to stand in place of its section's
 */
export function dataKey(
  heads: Current["heads"],
  changed: Partial<Record<SourceName, string | null>> = {},
): string {
  const hashes = SOURCE_NAMES.map((name) => (name in changed ? changed[name] : heads[name]?.body));
  return hashes.map((hash) => hash ?? "none").join(" ");
}

/**
 * A stored body as today's code knows it, in whichever form it was stored.
 * @throws when it doesn't fit the schema
 */
export function reviveBody(name: SourceName, bytes: Uint8Array): BodySet[SourceName] {
  const checked = readStoredBody(name, JSON.parse(new TextDecoder().decode(bytes)));
  if (checked.ok) return checked.value;
  const [issue] = checked.issues;
  throw new Error(`a stored ${name} doesn't fit the schema: ${issue?.path} ${issue?.message}`);
}

/** A race's data; null while it has no race.json. */
export function raceData({ bodies }: Pick<Current, "bodies">): RaceData | null {
  return bodies.race === null ? null : { ...bodies, race: bodies.race };
}
