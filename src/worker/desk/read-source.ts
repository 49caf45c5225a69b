import type { SourceName } from "../../race/check.ts";
import type { Desk } from "./desk.ts";
import { bodyOf, headOf } from "./log.ts";
import { hasTables } from "./tables.ts";

/** One body as editors keep it. */
export type Source = {
  readonly revision: number;
  readonly at: string;
  /** UTF-8 JSON, exactly what a PUT of the same would store. */
  readonly body: Uint8Array;
};

/** What a section stands at; null when it has nothing, or was deleted. */
export async function readSource({ sql }: Desk, section: SourceName): Promise<Source | null> {
  if (!hasTables(sql)) return null;
  const head = headOf(sql, section);
  const body = head && (await bodyOf(sql, head.n));
  return head && body && { revision: head.n, at: head.at, body };
}
