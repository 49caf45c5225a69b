import type { RaceSource } from "../../race/schema/race.ts";
import { type Outline, outlineOf } from "../match/outline.ts";
import { newAreas } from "./areas.ts";
import type { ApContest } from "./contest.ts";
import { PERSON_PREFIX } from "./people.ts";

/** What AP says of a race that isn't there yet. */
export function apOutline(contest: ApContest): Outline {
  const { race } = contest;
  const [unit] = race.reportingUnits ?? [];
  const state = (unit?.statePostal ?? race.statePostal ?? "").toLowerCase();
  const name = unit?.stateName ?? race.stateName ?? "";
  const isQuestion = race.officeID === "I";
  return {
    ...outlineOf(contest),
    office: race.officeName?.trim() || contest.title,
    jurisdiction:
      name !== "" && /^[a-z]{2}$/.test(state) && state !== "us"
        ? { name, ocdId: `ocd-division/country:us/state:${state}` }
        : null,
    electionType: isQuestion ? "referendum" : electionTypeOf(race.raceType ?? ""),
    isTest: contest.isTest,
    candidates: contest.choices
      .filter(({ writeIn }) => !writeIn)
      .toSorted((a, b) => a.order - b.order)
      .map(({ name: person, party, incumbent, person: id }) => ({
        name: person,
        party: isQuestion ? null : party,
        incumbent,
        // Every question's Yes is the same "person".
        alias: id === null || isQuestion ? null : PERSON_PREFIX + id,
      })),
    areas: newAreas(contest, []),
    source: { id: "ap", name: "AP", url: "https://www.ap.org/", redistribution: "card" },
  };
}

const TYPES: readonly (readonly [RegExp, RaceSource["electionType"]])[] = [
  [/special.*runoff/i, "special_runoff"],
  [/primary.*runoff|runoff.*primary/i, "primary_runoff"],
  [/runoff/i, "runoff"],
  [/special/i, "special"],
  [/primary|caucus/i, "primary"],
  [/general/i, "general"],
];

function electionTypeOf(raceType: string): RaceSource["electionType"] | null {
  return TYPES.find(([words]) => words.test(raceType))?.[1] ?? null;
}
