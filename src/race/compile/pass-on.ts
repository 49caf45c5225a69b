import { inEachLanguage } from "../statements/in-each-language.ts";
import { spoken } from "../statements/spoken.ts";
import type { RaceFacts } from "../schema/race-facts.ts";
import type { Silence } from "../schema/quiet.ts";
import type { Withheld } from "../schema/section-head.ts";
import type { Body, CompiledSection } from "../sections/definition.ts";
import { DEFINITIONS, type FullOf, type Section, type SummaryOf } from "../sections/index.ts";
import { namedSources } from "./named-sources.ts";
import { isSilent } from "./quiet.ts";

/** A section as readers get it, with what it keeps from them. */
export type PassedOn<S extends Section> = CompiledSection<SummaryOf<S>, FullOf<S>> & {
  readonly withheld: readonly Withheld[];
};

/**
 * Keeps to what laws and the race's sources allow. Of a section that must keep silent there is
 * nothing; figures that may only be shown stay in the summary, as far as a card draws them, and are
 * in nothing that is passed on as data.
 */
export function passOn<S extends Section>(
  name: S,
  { summary, full }: CompiledSection<SummaryOf<S>, FullOf<S>>,
  race: RaceFacts,
  quiet: readonly Silence[],
): PassedOn<S> {
  const silent = quiet.filter(({ section }) => section === name).map(withheldByLaw);
  const { passedOn, drawn } = DEFINITIONS[name];
  if (isSilent(name, quiet))
    return { summary: null, full: passedOn(full, () => false), withheld: silent };
  const kept = namedSources([summary, full], race.sources).filter(
    ({ redistribution }) => redistribution === "card",
  );
  if (kept.length === 0) return { summary, full, withheld: silent };
  const ids = new Set(kept.map(({ id }) => id));
  const mayPass = ({ source }: { readonly source: string }) => !ids.has(source);
  return {
    summary: summary && drawn ? drawn(summary, mayPass) : summary,
    full: passedOn(full, mayPass),
    withheld: [...silent, ...kept.map(({ id }) => withheldOf(id, rowsOf(name, full), race))],
  };
}

function withheldByLaw({ what, to, law, statement }: Silence): Withheld {
  return { why: "quiet", what, to, law, statement };
}

function rowsOf<S extends Section>(
  name: S,
  full: Body<FullOf<S>>,
): readonly { readonly source: string }[] {
  const lists = full as Readonly<Record<string, readonly { readonly source: string }[]>>;
  return lists[DEFINITIONS[name].rows.list] ?? [];
}

function withheldOf(
  source: string,
  listed: readonly { readonly source: string }[],
  { languages }: RaceFacts,
): Withheld {
  const rows = listed.filter((row) => row.source === source).length;
  const statement = spoken(
    inEachLanguage(({ statements }) => statements.notPassedOn(rows)),
    languages,
  );
  return { why: "redistribution", source, rows, statement };
}
