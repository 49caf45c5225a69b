import type { Reporting } from "../../race/sections/results/summary.ts";
import { compileResults } from "../../race/sections/results/compile-results.ts";
import { mergeSource } from "../../race/merge.ts";
import type { RaceSource } from "../../race/schema/race.ts";
import type { ResultsSource } from "../../race/sections/results/source.ts";
import type { DeskClient } from "../client/desk-client.ts";
import type { Output } from "../output.ts";
import { heldProblem, reportWaiting } from "../report-answer.ts";
import type { NightEvent } from "./events.ts";

const MINUTE_MS = 60_000;

export type Stage = {
  readonly race: RaceSource;
  readonly client: DeskClient;
  readonly output: Output;
  /** How many times as fast as it was recorded. */
  readonly speed: number;
  /** What the race has already, and the tag it was read with. */
  readonly results: ResultsSource | null;
  readonly etag: string | null;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
};

/**
 * Sends each report when its moment comes, the first at once, each against the tag that the one
 * before it got: if somebody else writes in between, the replay stops with a conflict. Gives what
 * the race has in the end.
 */
export async function play(
  events: readonly NightEvent[],
  stage: Stage,
): Promise<ResultsSource | null> {
  const { race, client, output, speed } = stage;
  let { results, etag } = stage;
  const started = stage.now();
  const first = events[0]?.minute ?? 0;
  for (const { minute, counts } of events) {
    const due = started + ((minute - first) * MINUTE_MS) / speed;
    await stage.wait(Math.max(0, due - stage.now()));
    const answer = await client.sources.write(race.id, "results", {
      action: "merge",
      body: JSON.stringify({ counts }),
      etag,
      note: `Replay, ${minute} minutes after the polls closed`,
    });
    if (answer.status === "held") throw heldProblem(race.id, answer.waiting);
    reportWaiting(output, answer);
    if (answer.status !== "preview") etag = `"r${answer.revision}"`;
    results = mergeSource("results", results, { counts: [...counts] });
    const sentence = standing(race, results);
    const revision = answer.status === "preview" ? null : answer.revision;
    const areas = [...new Set(counts.map(({ area }) => area))];
    output.event(
      { minute, areas, revision, standing: sentence },
      `${minute.toFixed(1).padStart(6)} min  ${sentence}  ${output.paint("dim", areas.join(", "))}`,
    );
  }
  return results;
}

/** Where the count stands, in a line: "Handel 134,799, Ossoff 125,517; 208 of 208 precincts". */
export function standing(race: RaceSource, results: ResultsSource): string {
  const candidates = race.candidates.map(({ id }) => id);
  const summary = compileResults(results, { candidates, calls: [], areas: race.areas });
  const round = summary?.rounds.at(-1);
  const votes = race.candidates.map(({ id, shortName }) => {
    const tally = round?.candidates.find(({ candidate }) => candidate === id);
    return `${shortName} ${(tally?.votes ?? 0).toLocaleString("en-US")}`;
  });
  const { reporting = null } = summary ?? {};
  const counted =
    reporting && `; ${reporting.counted} of ${reporting.total ?? "?"} ${unit(reporting.of)}`;
  return votes.join(", ") + (counted ?? "");
}

function unit(of: Reporting["of"]): string {
  return of === "expected_vote" ? "percent expected" : of;
}
