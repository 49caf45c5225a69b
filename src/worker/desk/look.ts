import type { HeldChange } from "../../contract/desk/held.ts";
import type { Revision } from "../../contract/desk/revisions.ts";
import type { Publication } from "../../contract/desk/summary.ts";
import type { SourceName } from "../../race/check.ts";
import { contentOf } from "./writes/release.ts";
import type { Desk } from "./desk.ts";
import { getHeld } from "./storage/held.ts";
import { bodyOf, getRevision, headOf } from "./storage/log.ts";
import { documentOf, getPublication } from "./storage/publications.ts";

// Entries of a desk's tables together with the bytes they speak of.

/** One body as editors keep it. */
export type Source = {
  readonly revision: number;
  readonly at: string;
  /** UTF-8 JSON, exactly what a PUT of the same would store. */
  readonly body: Uint8Array;
};

/** An entry of a list, with the UTF-8 JSON it speaks of; null where it deletes. */
export type WithBody<T extends Revision | HeldChange> = {
  readonly entry: T;
  readonly body: Uint8Array | null;
};

/** A publication, with the race document as readers got it; null for a withdrawal. */
export type WithDocument = {
  readonly publication: Publication;
  readonly document: Uint8Array | null;
};

/** What a section stands at; null when it has nothing, or was deleted. */
export async function source(sql: SqlStorage, section: SourceName): Promise<Source | null> {
  const head = headOf(sql, section);
  const body = head && (await bodyOf(sql, head.n));
  return head && body && { revision: head.n, at: head.at, body };
}

export async function revision(sql: SqlStorage, n: number): Promise<WithBody<Revision> | null> {
  const entry = getRevision(sql, n);
  return entry && { entry, body: await bodyOf(sql, n) };
}

export async function heldChange(desk: Desk, held: number): Promise<WithBody<HeldChange> | null> {
  const entry = getHeld(desk.sql, held);
  if (entry === null) return null;
  return { entry, body: await contentOf(desk, await desk.bodies.current(desk.sql), entry) };
}

export async function publication(sql: SqlStorage, n: number): Promise<WithDocument | null> {
  const found = getPublication(sql, n);
  return found && { publication: found, document: await documentOf(sql, n) };
}
