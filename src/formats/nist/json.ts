import { instant } from "../../race/schema/common.ts";
import type { ContestFile } from "../match/contests.ts";
import { fault, type ReadResult } from "../text/faults.ts";
import { type JsonFile, readJson } from "../text/json.ts";
import { nistContest, type NistFile } from "./contest.ts";
import { type NistElection, nistReport, type NistReport } from "./report.ts";
import { NistUnits } from "./units.ts";
import type { Format } from "../format.ts";
import { outlinesOf } from "../match/outline.ts";
import { readContest } from "../match/pick-contest.ts";

export const nistJson = {
  name: "nist-json",
  title: "Election Results Reporting (NIST) as JSON",
  sections: ["results"],
  looksLike: ({ hasKeys }) => hasKeys("ElectionResults.ElectionReport"),
  read: (text, request) => readContest(readNistJson(text), request),
  outlines: (text) => outlinesOf(readNistJson(text)),
} as const satisfies Format;

/**
 * Reads Election Results Reporting (NIST SP 1500-100, version 2) as JSON. Of places that overlap
 * only those are told that add up to the contest. A report from before the count gives its
 * contests and choices, each with the reason why it has no votes.
 */
export function readNistJson(text: string): ReadResult<ContestFile> {
  const file = readJson(text, nistReport);
  return "faults" in file ? { ok: false, faults: file.faults } : nistContests(file);
}

/** The contests of a report, whichever of the two notations it came in. */
export function nistContests({
  value: report,
  placeOf,
}: JsonFile<NistReport>): ReadResult<ContestFile> {
  const shared = {
    units: new NistUnits(report.GpUnit ?? []),
    parties: new Map((report.Party ?? []).map((party) => [party["@id"], party])),
    status: report.Status ?? "unknown",
  };
  const contests = report.Election.flatMap((election, e) => {
    const candidates = new Map((election.Candidate ?? []).map((one) => [one["@id"], one]));
    const file: NistFile = { ...shared, candidates, ballots: ballotsOf(election) };
    return (election.Contest ?? []).map((contest, c) =>
      nistContest(contest, file, () => placeOf(["Election", e, "Contest", c])),
    );
  });
  if (contests.length === 0) return { ok: false, faults: [fault("has no contest")] };
  const asOf = instant.safeParse(report.GeneratedDate);
  return { ok: true, value: { contests, asOf: asOf.success ? asOf.data : null }, warnings: [] };
}

/** Where a place's ballots are told in one number, which types and machines may repeat in parts. */
function ballotsOf(election: NistElection): ReadonlyMap<string, number> {
  const ballots = new Map<string, number>();
  for (const count of election.BallotCounts ?? []) {
    const whole = count.Type === "total" && !count.DeviceClass && (count.Round ?? 1) === 1;
    if (whole && count.BallotsCast != null) ballots.set(count.GpUnitId, count.BallotsCast);
  }
  return ballots;
}
