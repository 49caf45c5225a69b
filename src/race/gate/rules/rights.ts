import { fieldOf } from "../fields.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { partOf, type Row, rowsOf } from "../rows.ts";
import { hasNumbers, textOf } from "../standing.ts";
import { SECTIONS } from "../../sections/index.ts";

/** What a law or a source's terms forbid doesn't become allowed by leaving it out. */
export const rightsLoosened = {
  name: "rights_loosened",
  sentence:
    "a law’s silence taken out or cut short, a source whose figures could be passed on after all, figures moved from such a source to another; once there are numbers",
  example: "`redistribution` is taken out of a wire’s entry in `sources`",
  meanwhile: "silence and terms as they were; more of them pass at once",
  find: (proposal) =>
    hasNumbers(proposal.before)
      ? [...silenceCut(proposal), ...termsDropped(proposal), ...figuresMoved(proposal)]
      : [],
} as const satisfies GateRule;

/** Silences that aren't over and that no period covers any more. */
function silenceCut({ before, after, now }: Proposal): Finding[] {
  const cut = before?.race.quiet.filter(({ what, from, to }) => {
    if (Date.parse(to) <= Date.parse(now)) return false;
    const begins = Math.max(Date.parse(from), Date.parse(now));
    return !after.race.quiet.some(
      (period) =>
        period.what === what &&
        Date.parse(period.from) <= begins &&
        Date.parse(period.to) >= Date.parse(to),
    );
  });
  return (cut ?? [])
    .slice(0, 1)
    .map(({ what, to, law }) =>
      inRace("quiet", `${law} silences ${what} until ${to}, and would no longer`),
    );
}

function termsDropped({ before, after }: Proposal): Finding[] {
  return (before?.race.sources ?? [])
    .filter(
      ({ id, redistribution }) =>
        redistribution !== undefined &&
        fieldOf(after.race, `sources.${id}`) !== undefined &&
        fieldOf(after.race, `sources.${id}.redistribution`) === undefined,
    )
    .map(({ id, name }) =>
      inRace(`sources.${id}.redistribution`, `figures of ${name} could be passed on as data`),
    );
}

/** The same figure under another source, which may be passed on. */
function figuresMoved({ before, after }: Proposal): Finding[] {
  const kept = new Set(
    after.race.sources.filter((one) => one.redistribution === "card").map(({ id }) => id),
  );
  if (kept.size === 0) return [];
  return SECTIONS.flatMap((section) => {
    const mine = rowsOf(before, section).filter((row) => kept.has(row["source"] as string));
    if (mine.length === 0) return [];
    const known = new Set(mine.map(withoutSource));
    const moved = rowsOf(after, section).filter(
      (row) => !kept.has(row["source"] as string) && known.has(withoutSource(row)),
    );
    return [...new Set(moved.map((row) => partOf(section, row)))].map((name) => ({
      section,
      parts: [name],
      place: {},
      path: `${section}.${name}`,
      message: `${name}: the same figures under a source that may be passed on`,
    }));
  });
}

/** When a figure was true, and notes on it, make it no other figure. */
function withoutSource({ source: _, asOf: __, note: ___, ...row }: Row): string {
  return textOf(row);
}

function inRace(path: string, message: string): Finding {
  return { section: "race", parts: [path], place: {}, path: `race.${path}`, message };
}
