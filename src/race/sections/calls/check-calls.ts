import type { Issue } from "../../checked.ts";
import type { RaceFacts } from "../../schema/race-facts.ts";
import { referencesOf } from "../references.ts";
import { duplicates } from "../rows.ts";
import type { Call, CallsSource } from "./source.ts";

/** What calls have against each other, and against the race's candidates and seats. */
export function checkCalls({
  race,
  calls: source,
}: {
  readonly race: RaceFacts;
  readonly calls: CallsSource | null;
}): readonly Issue[] {
  const known = referencesOf(race);
  const rows = source?.calls ?? [];
  return [
    ...duplicates(
      rows,
      (c) => [c.round, c.candidate ?? "", c.caller].join(" / "),
      "calls.calls",
      "candidate",
      "call",
    ),
    ...rows.flatMap((c, i) => [
      ...known.candidate(c.candidate, `calls.calls.${i}.candidate`),
      ...known.source(c.source, `calls.calls.${i}.source`),
      ...seatFaults(c, race).map((message) => ({ path: `calls.calls.${i}.seat`, message })),
      ...winnerFaults(c, race).map((message) => ({ path: `calls.calls.${i}.candidate`, message })),
    ]),
  ];
}

function seatFaults({ seat }: Call, { seats = 1 }: RaceFacts): readonly string[] {
  if (seat === undefined || seat <= seats) return [];
  return [`is ${seat}, but race.json has ${seats === 1 ? "one seat" : `${seats} seats`}`];
}

function winnerFaults({ candidate, outcome }: Call, race: RaceFacts): readonly string[] {
  const kind = race.candidates.find(({ id }) => id === candidate)?.kind ?? "person";
  if (kind === "none" && candidate !== null)
    return [`${candidate} stands for nobody, who can’t be said to have ${outcome}`];
  if (kind === "choice" && outcome === "won" && isQuestion(race))
    return [`a question is called by passed, failed, retained or removed, without a candidate`];
  return [];
}

/** Whether people vote Yes or No. */
function isQuestion({ candidates }: RaceFacts): boolean {
  return ["yes", "no"].every((id) =>
    candidates.some((one) => one.id === id && one.kind === "choice"),
  );
}
