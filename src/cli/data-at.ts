import type { SourceName } from "../race/check.ts";
import { SOURCE_NAMES } from "../race/check.ts";
import type { Revision } from "../contract/desk/revisions.ts";
import { splitRace } from "../race/migrate/stored-body.ts";
import type { RaceData } from "../race/schema/data.ts";
import type { DeskClient } from "./client/desk-client.ts";
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
  const headOf = (section: SourceName) =>
    revisions.findLast((revision) => revision.section === section && revision.n <= n);
  const contentOf = async (section: SourceName): Promise<unknown> => {
    const head = headOf(section);
    return head && head.body !== null ? (await client.history.get(race, head.n)).content : null;
  };
  const contents = new Map(
    await Promise.all(SOURCE_NAMES.map(async (name) => [name, await contentOf(name)] as const)),
  );
  // Version 0.1.0 kept the calls in race.json.
  if (headOf("calls") === undefined) contents.set("calls", splitRace(contents.get("race")).calls);
  const bodies = [...contents].map(([name, content]) => [
    name,
    content === null ? null : readDeskBody(name, content),
  ]);
  return asRaceData(Object.fromEntries(bodies) as DeskData);
}
