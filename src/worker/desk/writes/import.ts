import { type Call, callKey, callPart, isCall } from "../../../race/sections/calls/source.ts";
import { type Section, SECTIONS } from "../../../race/sections/index.ts";
import type { FileOptions } from "../../../formats/format.ts";
import { type FileRead, readForRace } from "../../../formats/read-for-race.ts";
import type { Door } from "../desk.ts";
import type { BodySet } from "../storage/bodies.ts";
import { afterWrite, carryOut, type PreparedWrite } from "./carry-out.ts";
import { recordOutcome } from "./idempotency.ts";
import type { Sound } from "./judge.ts";
import type { ImportedOutcome, Outcome, SectionOutcome } from "./outcome.ts";
import { preview } from "./preview.ts";
import { merged, type ProposedChange } from "./propose.ts";
import { judgeHere, prepare } from "./submit.ts";
import { takeTurn, type Turn } from "./take-turn.ts";
import type { Terms } from "./terms.ts";

/** A file for whatever it fills of a race. */
export type ImportRequest = {
  readonly race: string;
  /** The only section to fill; null fills all that the file has. */
  readonly section: Section | null;
  /** Whether rows are added to their sections, or are these. */
  readonly action: "merge" | "put";
  readonly file: Uint8Array;
  readonly reading: FileOptions;
  /** Whether places that race.json doesn't list are added to it. */
  readonly listsAreas: boolean;
};

/**
 * Stores all that a file has for a race in one step: all sections, or none. Each is judged as if
 * those before it were stored already; what is in doubt waits, and the rest goes on.
 */
export function importFile(door: Door, wanted: ImportRequest, terms: Terms): Promise<Outcome> {
  return takeTurn(door, terms, async (turn) => {
    const { race, results, calls } = turn.current.bodies;
    if (race === null) return { kind: "unknown_race" };
    const { section, file, reading } = wanted;
    const areas = wanted.action === "merge" ? (results?.counts ?? []).map((row) => row.area) : [];
    const known = { race, areas: [...new Set(areas)], calls: calls?.calls ?? [] };
    const read = readForRace({ ...reading, ...known, file, section });
    if (!read.ok) return { kind: "faulty", faults: read.faults };
    const proposals = proposalsOf(wanted, turn.current.bodies, read.value);
    return storeAll(turn, proposals, read.warnings, terms);
  });
}

/** race.json with the file's places first, so that the counts find their areas listed. */
function proposalsOf(
  { race: id, action, listsAreas, reading }: ImportRequest,
  current: BodySet,
  { bodies, areas = [], caller }: FileRead,
): readonly ProposedChange[] {
  const base = { race: id, restores: null, stored: null, warnings: [] } as const;
  const { race } = current;
  const listed =
    race !== null && listsAreas && areas.length > 0
      ? [{ ...race, areas: [...race.areas, ...areas] }]
      : [];
  const filled = SECTIONS.flatMap((section): ProposedChange[] => {
    const patch = bodies[section];
    if (patch === undefined) return [];
    if (action === "put") return [{ ...base, section, action, body: patch, mentions: "all" }];
    if (section !== "calls" || caller === undefined)
      return [{ ...base, section, action, ...merged(section, current, patch) }];
    const { body, mentions } = merged(
      section,
      { ...current, calls: withdrawn(current.calls, bodies.calls, caller, reading.round) },
      patch,
    );
    const about = [null, ...(race?.candidates ?? []).map(({ id: candidate }) => candidate)];
    const theirs = about.map((candidate) =>
      callPart({ round: reading.round, candidate, caller: caller.name } as Call),
    );
    return [{ ...base, section, action, body, mentions: new Set([...mentions, ...theirs]) }];
  });
  return [
    ...listed.map((body): ProposedChange => ({
      ...base,
      section: "race",
      action: "put",
      body,
      mentions: "all",
    })),
    ...filled,
  ];
}

/**
 * What the caller no longer says, it has taken back; and what it never called, it has nothing to take
 * back of.
 */
function withdrawn(
  had: BodySet["calls"],
  has: BodySet["calls"] | undefined,
  { name, at }: NonNullable<FileRead["caller"]>,
  round: number,
): BodySet["calls"] {
  const stands = new Set((has?.calls ?? []).map(callKey));
  const calls = (had?.calls ?? []).flatMap((call) => {
    const isTheirs = call.caller === name && call.round === round && !stands.has(callKey(call));
    if (!isTheirs || call.retracted) return [call];
    if (!isCall(call)) return [];
    const then = at !== null && Date.parse(at) > Date.parse(call.at) ? at : call.at;
    return [{ ...call, retracted: { at: then } }];
  });
  return { calls };
}

async function storeAll(
  turn: Turn,
  proposals: readonly ProposedChange[],
  warnings: ImportedOutcome["warnings"],
  terms: Terms,
): Promise<Outcome> {
  const writes: PreparedWrite<SectionOutcome>[] = [];
  const verdicts: Sound[] = [];
  let now = turn;
  // One key stands for the whole of it, and a correction is told once.
  let said: Terms = { ...terms, idempotency: null };
  for (const proposal of proposals) {
    const isRace = proposal.section === "race";
    const own = isRace ? withoutText(said) : said;
    const verdict = await judgeHere(now, proposal, own);
    if (!verdict.ok) return { kind: "faulty", faults: verdict.faults };
    const write = await prepare(now, verdict, own);
    if (!isRace) said = withoutText(said);
    verdicts.push(verdict);
    writes.push(write);
    now = { ...afterWrite(now, write), highs: verdict.highs };
  }
  const [first] = verdicts;
  const last = verdicts.at(-1);
  if (terms.dryRun && first && last) {
    const all = { ...last, before: first.before, doubts: verdicts.flatMap(({ doubts }) => doubts) };
    const { changes, reasons } = preview(turn, all, terms);
    const sections = verdicts.flatMap(({ proposal, doubts }, i) =>
      writes[i]?.revision === null && doubts.length === 0 ? [] : [proposal.section],
    );
    return { kind: "import_preview", sections, changes, reasons, warnings };
  }
  const outcome = (sections: readonly SectionOutcome[]): ImportedOutcome => ({
    kind: "imported",
    sections: sections.map(({ kind, replayed: _, ...told }) => ({
      status: kind,
      ...told,
    })) as never,
    warnings,
    replayed: false,
  });
  const done = await carryOut(turn, proposals[0]?.race ?? "", writes, (desk, sections) =>
    recordOutcome(desk, terms, outcome(sections)),
  );
  return outcome(done);
}

function withoutText(terms: Terms): Terms {
  return { ...terms, correction: null };
}
