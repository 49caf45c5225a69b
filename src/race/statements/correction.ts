import type { CorrectionFacts } from "../../wording/correction.ts";
import type { CorrectedFigure } from "../schema/corrections.ts";
import { WHOLE_CONTEST } from "../sections/results/source.ts";
import { inEachLanguage, type Statement } from "./in-each-language.ts";

type Race = {
  readonly timeZone: string;
  readonly candidates: readonly { readonly id: string; readonly shortName: string }[];
};

/** More figures than these are told by the log alone. */
const MAX_FIGURES = 3;

/**
 * What readers had wrong and from when until when, a sentence for each figure. A stated total that
 * moved with one of its areas is left out. Null where there is nothing to tell, or too much.
 */
export function correctionStatement(
  figures: readonly CorrectedFigure[],
  race: Race,
): Statement | null {
  const own = figures.filter((figure) => !isTotalOf(figures, figure));
  if (own.length === 0 || own.length > MAX_FIGURES) return null;
  const facts = own.map((figure) => factsOf(figure, race));
  return inEachLanguage(({ statements }) =>
    facts.map((fact) => `${statements.correction(fact)}.`).join(" "),
  );
}

function isTotalOf(figures: readonly CorrectedFigure[], total: CorrectedFigure): boolean {
  return (
    total.area === WHOLE_CONTEST &&
    figures.some(
      ({ area, measure, candidate, round }) =>
        area !== WHOLE_CONTEST &&
        measure === total.measure &&
        candidate === total.candidate &&
        round === total.round,
    )
  );
}

function factsOf(wrong: CorrectedFigure, { timeZone, candidates }: Race): CorrectionFacts {
  const { from, until } = wrong;
  return { from, until, timeZone, figure: figureOf(wrong, candidates) };
}

function figureOf(
  wrong: CorrectedFigure,
  candidates: Race["candidates"],
): CorrectionFacts["figure"] {
  const { section, measure, candidate, area, date, pollster, field, was, is } = wrong;
  const mode = wrong.mode ?? "unspecified";
  const whom = candidates.find(({ id }) => id === candidate)?.shortName ?? null;
  if (section === "results" && measure === "votes" && whom !== null)
    return { what: "votes", whom, mode, area: placeName(area), was, is };
  if (section === "turnout" && date !== undefined) return { what: "ballots", mode, date, was, is };
  if (section === "polls" && field === "shares" && whom !== null && pollster !== undefined)
    return { what: "share", whom, pollster, was, is };
  return { what: "other" };
}

function placeName(area: string | undefined): string | null {
  return area === undefined || area === WHOLE_CONTEST ? null : area;
}
