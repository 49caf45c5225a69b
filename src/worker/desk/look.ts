import type { SourceName } from "../../race/check.ts";
import type { HeldChange } from "../../contract/desk/held.ts";
import type { Revision } from "../../contract/desk/revisions.ts";
import type { Publication } from "../../contract/desk/summary.ts";
import type { Desk } from "./desk.ts";
import { getHeld, heldBody, listHeld } from "./storage/held.ts";
import { bodyOf, getRevision, headOf, listRevisions } from "./storage/log.ts";
import {
  documentOf,
  getPublication,
  listPublications,
  publicationAt,
} from "./storage/publications.ts";
import { hasTables } from "./storage/tables.ts";

// Everything here only looks: a desk that holds nothing is asked, and stays as it is.

/** One body as editors keep it. */
export type Source = {
  readonly revision: number;
  readonly at: string;
  /** UTF-8 JSON, exactly what a PUT of the same would store. */
  readonly body: Uint8Array;
};

/** An entry of a list, with the UTF-8 JSON it speaks of; null where it deletes. */
export type WithBody<T> = { readonly entry: T; readonly body: Uint8Array | null };

/** A publication, with the race document as readers got it; null for a withdrawal. */
export type Printed = { readonly publication: Publication; readonly document: Uint8Array | null };

/** What a section stands at; null when it has nothing, or was deleted. */
export async function source({ sql }: Desk, section: SourceName): Promise<Source | null> {
  const head = hasTables(sql) ? headOf(sql, section) : null;
  const body = head && (await bodyOf(sql, head.n));
  return head && body && { revision: head.n, at: head.at, body };
}

/** Newest first, with numbers below `before`; null while there are none. */
export function revisions({ sql }: Desk, before: number, limit: number): Revision[] | null {
  return hasTables(sql) ? listRevisions(sql, before, limit) : null;
}

export async function revision({ sql }: Desk, n: number): Promise<WithBody<Revision> | null> {
  const entry = hasTables(sql) ? getRevision(sql, n) : null;
  return entry && { entry, body: await bodyOf(sql, n) };
}

export function heldChanges({ sql }: Desk): HeldChange[] | null {
  return hasTables(sql) ? listHeld(sql) : null;
}

export async function heldChange(
  { sql }: Desk,
  held: number,
): Promise<WithBody<HeldChange> | null> {
  const entry = hasTables(sql) ? getHeld(sql, held) : null;
  return entry && { entry, body: await heldBody(sql, held) };
}

/** Newest first, with numbers below `before`. */
export function publications({ sql }: Desk, before: number, limit: number): Publication[] {
  return hasTables(sql) ? listPublications(sql, before, limit) : [];
}

export async function publication({ sql }: Desk, n: number): Promise<Printed | null> {
  const found = hasTables(sql) ? getPublication(sql, n) : null;
  return found && { publication: found, document: await documentOf(sql, n) };
}

/** What readers had at a moment (ISO 8601 in UTC); null before the first publication. */
export function publicationThen({ sql }: Desk, at: string): Publication | null {
  return hasTables(sql) ? publicationAt(sql, at) : null;
}
