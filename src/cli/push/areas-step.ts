import type { ResultsSource } from "../../race/sections/results/source.ts";
import type { DeskSources } from "../client/source-client.ts";
import type { FileFault } from "../problem.ts";
import { saysYes } from "./decide.ts";
import { type FoundArea, foundAreas, raceFileOf, writeAreas } from "./found-areas.ts";
import type { FoundSteps, PushTerms, Step } from "./step.ts";

/** Areas that a question names. */
const MAX_SHOWN = 5;

type AreasStep = Pick<FoundSteps, "warnings" | "afterwards"> & { readonly step: Step | null };

/**
 * Offers to list the areas of a race's first count in its race.json, so that what has reported is
 * told of all of them: the step that stores it, and what then changes on this machine.
 */
export async function areasStep(
  results: ResultsSource,
  sources: DeskSources,
  { id, path, terms }: { readonly id: string; readonly path: string; readonly terms: PushTerms },
): Promise<AreasStep> {
  const areas = foundAreas(results);
  if (areas.length < 2 || sources.race === null) return { step: null, warnings: [] };
  const shown = areas.slice(0, MAX_SHOWN).map(({ name }) => name);
  const all = areas.length > MAX_SHOWN ? `${shown.join(", ")} and more` : shown.join(", ");
  const list = `race.json lists no areas, and the file has ${areas.length} (${all})`;
  if (
    !(terms.writeAreas ?? (await saysYes(terms.ask, `${list}. Are these all, and to be listed?`)))
  )
    return {
      step: null,
      warnings: [said(path, `${list}: if these are all, --write-areas lists them`)],
    };
  const body = JSON.parse(new TextDecoder().decode(sources.race.body)) as object;
  const step: Step = {
    section: "race",
    fits: () => true,
    expected: null,
    write: { action: "put", body: JSON.stringify({ ...body, areas }), etag: sources.race.etag },
  };
  return { step, warnings: [], afterwards: () => intoFile(id, path, areas) };
}

async function intoFile(id: string, path: string, areas: readonly FoundArea[]): Promise<string> {
  const file = await raceFileOf(id, path);
  if (file === null)
    return `The desk's race.json lists ${areas.length} areas; topline pull ${id} brings it here.`;
  await writeAreas(file, areas);
  return `${file} lists ${areas.length} areas now.`;
}

function said(file: string, message: string): FileFault {
  return { file, line: null, column: null, field: null, message };
}
