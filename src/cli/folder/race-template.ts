import { checkSource } from "../../race/check.ts";
import type { RaceSourceInput } from "../../race/schema/race.ts";
import { CliProblem } from "../problem.ts";

/**
 * A race.json to fill in: valid as it is, so that `check` finds only what is made wrong, and a
 * rehearsal, so that nobody takes its placeholders for facts.
 * @param facts `date` is election day, `YYYY-MM-DD`, in `timeZone`
 */
export function raceTemplate(facts: {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly timeZone: string;
}): RaceSourceInput {
  const { id, title, date, timeZone } = facts;
  const race: RaceSourceInput = {
    schema: 1,
    id,
    title,
    office: "The office, as on the ballot",
    jurisdiction: { name: "The place that votes", ocdId: "ocd-division/country:us" },
    timeZone,
    electionDate: date,
    voting: { opens: `${date}T07:00:00Z`, closes: `${date}T19:00:00Z` },
    electionType: "general",
    rule: "plurality",
    test: true,
    candidates: [
      {
        id: "first",
        name: "First Candidate",
        shortName: "First",
        party: { code: "A", name: "Party A" },
        aliases: [],
      },
      {
        id: "second",
        name: "Second Candidate",
        shortName: "Second",
        party: { code: "B", name: "Party B" },
        aliases: [],
      },
    ],
    sources: [{ id: "office", name: "The election office", url: "https://example.org/" }],
  };
  const checked = checkSource("race", race);
  if (!checked.ok)
    throw new CliProblem("usage", checked.issues.map((i) => `${i.path} ${i.message}`).join("; "));
  const offset = offsetOn(`${date}T12:00:00Z`, timeZone);
  return {
    ...race,
    voting: { opens: `${date}T07:00:00${offset}`, closes: `${date}T19:00:00${offset}` },
  };
}

/** How far a zone's clocks are from UTC at a moment, as times are written: `-04:00`. */
function offsetOn(moment: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = parts.formatToParts(new Date(moment)).find((part) => part.type === "timeZoneName");
  return name?.value.replace("GMT", "") || "+00:00";
}
