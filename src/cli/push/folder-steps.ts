import type { SourceName } from "../../race/check.ts";
import type { RaceData } from "../../race/schema/data.ts";
import type { DeskSources } from "../client/source-client.ts";
import type { Terms } from "../client/terms.ts";
import { readDeskData } from "../desk-data.ts";
import { forecast } from "../forecast.ts";
import { CliProblem } from "../problem.ts";
import { changedSections, planPush } from "./plan.ts";
import type { Step } from "./step.ts";

/**
 * The writes that bring a desk to what a folder has: only sections that differ, each against the
 * tag it was read with. A section that the folder hasn't got stays as it is.
 * @param now the real time, ISO 8601
 */
export function folderSteps(
  local: RaceData,
  sources: DeskSources,
  options: { readonly only: SourceName | null; readonly terms: Terms; readonly now: string },
): readonly Step[] {
  const { only, terms, now } = options;
  const desk = readDeskData(sources);
  const changed = changedSections(local, desk, only);
  const plan = planPush(local, desk, changed);
  if (!plan.ok)
    throw new CliProblem(
      "problem",
      `${plan.stuck.join(", ")} don't fit what the desk has, in any order: a candidate or source that race.json takes away is still used, or one that is used isn't in it. Push in two steps, adding first and taking away later`,
    );
  return plan.writes.map(({ section, before, after, fits }) => ({
    section,
    fits,
    expected: fits([]) ? null : forecast(before, after, now),
    write: {
      ...terms,
      action: "put",
      body: JSON.stringify(local[section]),
      etag: sources[section]?.etag ?? null,
    },
  }));
}
