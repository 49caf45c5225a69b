import { checkRaceData, type SourceName } from "../../race/check.ts";
import { mergeSource } from "../../race/merge.ts";
import type { Action } from "../../race/revision-chain.ts";
import { fault } from "../../formats/fault.ts";
import type { Fault, ReadResult } from "../../formats/read-result.ts";
import { type BodySet, type Current, raceData } from "./bodies.ts";
import { type Desk, isoTime, schedule } from "./desk.ts";
import { sha256 } from "./digest.ts";
import { once, recordOutcome } from "./idempotency.ts";
import { appendRevision, type Entry, lastRevision, revisionsSince, sealRevision } from "./log.ts";
import type { Outcome, Refusal } from "./outcome.ts";
import { dueAfter } from "./publisher.ts";
import { readJsonBody } from "./read-body.ts";
import { getPublishState, setPublishState, setRaceId } from "./state.ts";
import { hasTables, makeTables } from "./tables.ts";
import { type Change, sectionTag, type Terms } from "./terms.ts";

type Body = BodySet[SourceName];

/** A change that is ready to be judged: what the section's body would be, null for none. */
export type Proposal = {
  readonly race: string;
  readonly section: SourceName;
  readonly action: Action;
  readonly restores: number | null;
  readonly body: Body;
  readonly warnings: readonly Fault[];
};

/** Carries out a change, or says why not. One at a time, in the order in which they came. */
export function change(desk: Desk, wanted: Change, terms: Terms): Promise<Outcome> {
  return once(desk, terms, () =>
    desk.writes.run(async () => {
      const current = await currentOf(desk);
      const refusal = precondition(desk, current, wanted.section, terms);
      if (refusal) return refusal;
      const proposal = propose(current, wanted);
      return "kind" in proposal ? proposal : decide(desk, current, proposal, terms);
    }),
  );
}

/** A desk that has no tables yet holds nothing. */
async function currentOf({ sql, bodies }: Desk): Promise<Current> {
  return hasTables(sql) ? bodies.current(sql) : EMPTY;
}

const EMPTY: Current = {
  heads: { race: null, polls: null, turnout: null, results: null, money: null },
  revision: 0,
  bodies: { race: null, polls: null, turnout: null, results: null, money: null },
};

/** `If-Match` compares strongly, with the section's own tag. */
function precondition(
  { sql }: Desk,
  { heads, bodies }: Current,
  section: SourceName,
  { ifMatch }: Terms,
): Refusal | null {
  if (ifMatch === null) return null;
  const head = heads[section];
  const exists = bodies[section] !== null && head !== null;
  if (exists && (ifMatch === "*" || ifMatch.includes(sectionTag(head.n)))) return null;
  const named = ifMatch === "*" ? [] : ifMatch.map((tag) => Number(/^"r(\d+)"$/.exec(tag)?.[1]));
  const newest = Math.max(0, ...named.filter((n) => Number.isSafeInteger(n)));
  return {
    kind: "stale",
    section,
    current: head?.n ?? null,
    missed: head && newest > 0 ? revisionsSince(sql, section, newest) : [],
  };
}

function propose(current: Current, wanted: Change): Proposal | Refusal {
  const { race, section, action } = wanted;
  const base = { race, section, action, restores: null };
  if (section !== "race" && current.bodies.race === null) return { kind: "unknown_race" };
  if (action === "delete") {
    if (current.bodies[section] === null) return { kind: "unknown_section", section };
    return { ...base, body: null, warnings: [] };
  }
  const read: ReadResult<NonNullable<Body>> = readJsonBody(section, wanted.file);
  if (!read.ok) return { kind: "faulty", faults: read.faults };
  if (action === "put" || section === "race")
    return { ...base, action: "put", body: read.value, warnings: read.warnings };
  const body = merge(section, current.bodies, read.value);
  return { ...base, body, warnings: read.warnings };
}

/** Judges a proposal against everything else the race holds, and stores it if it stands. */
async function decide(
  desk: Desk,
  current: Current,
  proposal: Proposal,
  terms: Terms,
): Promise<Outcome> {
  const { race, section, body, warnings } = proposal;
  const head = current.heads[section];
  const after = { ...current.bodies, [section]: body };
  const data = raceData({ bodies: after });
  if (data !== null) {
    const faults = data.race.id === race ? [] : [wrongId(data.race.id, race)];
    const checked = checkRaceData(data);
    if (!checked.ok) faults.push(...checked.issues.map((i) => fault(i.message, { field: i.path })));
    if (faults.length > 0) return { kind: "faulty", faults };
  }
  const bytes = body === null ? null : new TextEncoder().encode(JSON.stringify(body));
  const same = head !== null && head.body === (bytes && (await sha256(bytes)));
  if (same && terms.correction === null)
    return { kind: "unchanged", section, revision: head.n, warnings };
  return store(desk, proposal, terms, bytes);
}

async function store(
  desk: Desk,
  { race, section, action, restores, body, warnings }: Proposal,
  terms: Terms,
  bytes: Uint8Array | null,
): Promise<Outcome> {
  const { sql, storage, now } = desk;
  const { author, note, correction } = terms;
  const at = isoTime(now());
  const entry: Entry = { at, author, approver: null, section, action, restores, note, correction };
  const made = hasTables(sql);
  const sealed = await sealRevision(made ? lastRevision(sql) : null, entry, bytes);
  const { n, hash } = sealed.revision;
  const outcome: Outcome = {
    kind: "stored",
    section,
    revision: n,
    at,
    hash,
    warnings,
    replayed: false,
  };
  storage.transactionSync(() => {
    if (!made) {
      makeTables(sql);
      setRaceId(sql, race);
    }
    appendRevision(sql, sealed);
    recordOutcome(desk, terms, outcome);
    setPublishState(sql, { dueAt: dueAfter(getPublishState(sql), now()) });
  });
  desk.bodies.hold(section, n, body);
  await schedule(desk);
  return outcome;
}

function wrongId(found: string, race: string): Fault {
  return fault(`must be ${race}, the id in the address, found ${found}`, { field: "race.id" });
}

function merge(
  section: Exclude<SourceName, "race">,
  bodies: BodySet,
  patch: NonNullable<Body>,
): Body {
  // The section's reader made the patch, so the two belong together.
  return mergeSource(section, bodies[section] as never, patch as never);
}
