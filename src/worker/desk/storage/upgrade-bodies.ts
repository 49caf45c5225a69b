import { BODY_FORM, splitRace } from "../../../race/migrate/stored-body.ts";
import { type Desk, isoTime, schedule } from "../desk.ts";
import { dueAfter } from "../publishing/publisher.ts";
import { reviveBody } from "./bodies.ts";
import { bodyFile } from "./body-file.ts";
import { appendRevision, bodyOf, headOf, lastRevision, type Sealed, sealRevision } from "./log.ts";
import { getBodyForm, getPublishState, setBodyForm, setPublishState } from "./state.ts";

/** The author of revisions that an upgrade makes; no token has such a name. */
export const UPGRADE_AUTHOR = "upgrade:0.1.0";

/**
 * Brings a desk that version 0.1.0 wrote into today's form, by revisions of its own: the calls in
 * its race.json become a section, and race.json is stored without them. What was stored stays.
 */
export async function upgradeBodies(desk: Desk): Promise<void> {
  const { sql, storage, now } = desk;
  // A newer version's form stays: this one is here by a rollback, for a while.
  if ((getBodyForm(sql) ?? 1) >= BODY_FORM) return;
  const sealed = await upgradesOf(desk);
  storage.transactionSync(() => {
    for (const one of sealed) appendRevision(sql, one);
    setBodyForm(sql, BODY_FORM);
    if (sealed.length > 0) setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
  });
  if (sealed.length > 0) await schedule(desk);
}

async function upgradesOf({ sql, now }: Desk): Promise<readonly Sealed[]> {
  const head = headOf(sql, "race");
  const stored = head && (await bodyOf(sql, head.n));
  if (!stored) return [];
  const { calls } = splitRace(JSON.parse(new TextDecoder().decode(stored)));
  const bodies = [
    ...(calls === null ? [] : [{ section: "calls", body: calls } as const]),
    { section: "race", body: reviveBody("race", stored) } as const,
  ];
  const sealed: Sealed[] = [];
  for (const { section, body } of bodies) {
    const entry = {
      at: isoTime(now()),
      author: UPGRADE_AUTHOR,
      approver: null,
      section,
      action: "put",
      restores: null,
      note: "the same as before, in the form that calls are a section of their own",
      correction: null,
    } as const;
    const file = await bodyFile(body, null);
    sealed.push(await sealRevision(sealed.at(-1)?.revision ?? lastRevision(sql), entry, file));
  }
  return sealed;
}
