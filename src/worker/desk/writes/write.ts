import { reviveBody } from "../storage/bodies.ts";
import type { Desk, Door } from "../desk.ts";
import { readBodyFile } from "../storage/body-file.ts";
import { getRevision } from "../storage/log.ts";
import type { Outcome, Refusal } from "./outcome.ts";
import { type ProposedChange, propose } from "./propose.ts";
import { withWaiting } from "./pause.ts";
import { submit } from "./submit.ts";
import type { ChangeRequest, Terms } from "./terms.ts";

/** Puts, merges or deletes one body. */
export function change(door: Door, wanted: ChangeRequest, terms: Terms): Promise<Outcome> {
  return submit(door, wanted.section, terms, async ({ desk, current }) =>
    propose(desk ? await withWaiting(desk, current, wanted.section) : current, wanted),
  );
}

/** Brings back what a section was at revision `n`, as a revision of its own. */
export async function restore(desk: Desk, race: string, n: number, terms: Terms): Promise<Outcome> {
  const { sql } = desk;
  const revision = getRevision(sql, n);
  if (revision === null) return { kind: "unknown_revision", n };
  const { section } = revision;
  return submit(
    desk,
    section,
    terms,
    async ({ current: { bodies } }): Promise<ProposedChange | Refusal> => {
      if (section !== "race" && bodies.race === null) return { kind: "unknown_race" };
      const stored = await readBodyFile(sql, "revision", n, revision.body);
      const body = stored && reviveBody(section, stored.bytes);
      return {
        race,
        section,
        action: "restore",
        restores: n,
        body,
        stored,
        warnings: [],
        mentions: "all",
      };
    },
  );
}
