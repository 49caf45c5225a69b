import { DetailReader } from "./detail-reader.ts";
import type { ContestFile } from "../match/contests.ts";
import type { ReadResult } from "../text/faults.ts";
import { readXml } from "../text/xml.ts";
import type { Format, Progress } from "../format.ts";
import { outlinesOf } from "../match/outline.ts";
import { readContest } from "../match/pick-contest.ts";

export const clarityXml = {
  name: "clarity-xml",
  title: "Clarity's detail.xml",
  sections: ["results"],
  looksLike: ({ root }) => root === "ElectionResult",
  read: (text, request) => readContest(readClarityXml(text, request.progress), request),
  outlines: (text) => outlinesOf(readClarityXml(text)),
} as const satisfies Format;

/**
 * Reads Clarity's `detail.xml`: a state's results by county, or one county's by precinct, which
 * are summed to that county. Vote types become modes; registered voters, ballots and precincts
 * come along where they are the contest's own.
 */
export function readClarityXml(text: string, progress?: Progress): ReadResult<ContestFile> {
  const reader = new DetailReader();
  const broken = readXml(text, reader, progress);
  if (broken !== null) return { ok: false, faults: [broken] };
  return reader.result();
}
