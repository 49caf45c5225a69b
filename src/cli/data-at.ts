import type { SourceName } from "../race/check.ts";
import { SOURCE_NAMES } from "../race/check.ts";
import type { Revision } from "../contract/desk/revisions.ts";
import type { RaceData } from "../race/schema/data.ts";
import type { DeskClient } from "./desk-client.ts";
import { asRaceData, type DeskData, readDeskBody } from "./desk-data.ts";
import { CliProblem } from "./problem.ts";

/** Everything a race held once revision `n` was stored; null where there was no race then. */
export async function dataAt(
  client: DeskClient,
  race: string,
  revisions: readonly Revision[],
  n: number,
): Promise<RaceData | null> {
  if (!revisions.some((revision) => revision.n === n))
    throw new CliProblem(
      "problem",
      `there is no revision ${n}: topline history ${race} lists them`,
    );
  const bodyOf = async (section: SourceName) => {
    const head = revisions.findLast((revision) => revision.section === section && revision.n <= n);
    if (!head || head.body === null) return null;
    return readDeskBody(section, (await client.revision(race, head.n)).content);
  };
  const bodies = await Promise.all(SOURCE_NAMES.map(bodyOf));
  return asRaceData(Object.fromEntries(SOURCE_NAMES.map((s, i) => [s, bodies[i]])) as DeskData);
}
