import type { Context } from "hono";
import type { z } from "zod";

/** What a query says, or in a sentence why it can't be understood. */
export type ReadQuery<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly detail: string };

/**
 * Reads a request's query by its schema in the contract. A strict schema refuses names that it
 * doesn't have: a misspelt `?dry_run=1` would store, and a misspelt `?correction=` would be lost.
 * What stands there twice is refused too, because only one of them would count.
 */
export function readQuery<Schema extends z.ZodObject>(
  c: Context,
  schema: Schema,
): ReadQuery<z.output<Schema>> {
  const known = Object.keys(schema.shape);
  const parsed = schema.safeParse(c.req.query());
  const unknown = parsed.error?.issues.find(({ code }) => code === "unrecognized_keys");
  if (unknown?.code === "unrecognized_keys") {
    const names = known.map((name) => `?${name}=`).join(", ");
    return refuse(`?${unknown.keys[0]}= means nothing here. Use ${names === "" ? "none" : names}.`);
  }
  const twice = known.find((name) => (c.req.queries(name)?.length ?? 0) > 1);
  if (twice !== undefined) return refuse(`?${twice}= is there twice. Keep one.`);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return refuse(`?${issue?.path.join(".")}= ${issue?.message}.`);
}

function refuse(detail: string): { readonly ok: false; readonly detail: string } {
  return { ok: false, detail };
}
