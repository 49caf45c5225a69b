import type { Issue } from "./checked.ts";
import { isOut } from "./schema/candidate.ts";
import type { RaceSource } from "./schema/race.ts";
import { referencesOf } from "./sections/references.ts";
import { checkTabulations } from "./check-tabulations.ts";

/** What race.json's facts of the kind of contest have against each other. */
export function checkContest(race: RaceSource): readonly Issue[] {
  const faults = [
    ...ofChoices(race),
    ...ofRule(race),
    ...ofSeats(race),
    ...ofCandidates(race),
    ...ofDeclaration(race),
    ...ofProjections(race),
  ];
  const known = referencesOf(race);
  return [
    ...faults.map(([path, message]) => ({ path: `race.${path}`, message })),
    ...known.source(race.declared?.source ?? null, "race.declared.source"),
    ...known.source(race.previous?.source ?? null, "race.previous.source"),
    ...race.areas.flatMap(({ previous }, i) =>
      known.source(previous?.source ?? null, `race.areas.${i}.previous.source`),
    ),
    ...checkTabulations(race, known),
  ];
}

type Fault = readonly [path: string, message: string];

/** Yes and No, or whatever else can be chosen, never stand among people. */
function ofChoices({ candidates, yesMeans, noMeans, electionType }: RaceSource): readonly Fault[] {
  const choices = candidates.filter(({ kind }) => kind === "choice");
  const others = candidates.flatMap(({ id, kind }, i) =>
    kind === "choice" || kind === "write_in_pool" || kind === "none" ? [] : [[id, i] as const],
  );
  const mixed =
    choices.length === 0
      ? []
      : others.map(([id, i]): Fault => [
          `candidates.${i}.kind`,
          `${id} stands among choices: a measure’s candidates all have "kind": "choice"`,
        ]);
  const means = { yesMeans, noMeans };
  const ids = { yesMeans: "yes", noMeans: "no" } as const;
  const meaningless = (["yesMeans", "noMeans"] as const).flatMap((field): readonly Fault[] =>
    means[field] === undefined || choices.some(({ id }) => id === ids[field])
      ? []
      : [
          [
            field,
            `says what ${ids[field]} means: add a candidate with the id ${ids[field]} and "kind": "choice"`,
          ],
        ],
  );
  const asked = electionType === "retention" || electionType === "recall";
  const unasked: readonly Fault[] =
    asked && choices.length === 0
      ? [["candidates", `are Yes and No in a ${electionType}: give both "kind": "choice"`]]
      : [];
  return [...mixed, ...meaningless, ...unasked];
}

function ofRule({ rule, need, hurdle, minTurnout, candidates }: RaceSource): readonly Fault[] {
  const faults: Fault[] = [];
  if (need && rule !== "threshold" && rule !== "majority_runoff")
    faults.push([
      "need",
      `says what is needed, but with "rule": "${rule}" ${rule === "plurality" ? "most votes are enough" : "that doesn’t decide"}: write "threshold", or "majority_runoff"`,
    ]);
  if (rule === "threshold" && !need && minTurnout === undefined)
    faults.push(["need", 'is missing: "rule": "threshold" needs it, like { "share": "3/5" }']);
  if (hurdle && rule !== "list")
    faults.push(["hurdle", `is for seats that go to lists: write "rule": "list"`]);
  const lists = candidates.filter(({ kind }) => kind === "party").length;
  if (rule === "list" && lists === 0)
    faults.push(["rule", 'is list, but no candidate is one: give the parties "kind": "party"']);
  return faults;
}

function ofSeats({ seats = 1, voteFor, advance, rule, candidates }: RaceSource): readonly Fault[] {
  const faults: Fault[] = [];
  const standing = candidates.filter((one) => !isOut(one) && one.kind !== "none");
  const pool = standing.some(({ kind }) => kind === "write_in_pool");
  const isQuestion = candidates.some(({ kind }) => kind === "choice");
  if (rule !== "list" && !pool && seats > standing.length)
    faults.push(["seats", `are ${seats}, but only ${standing.length} candidates stand`]);
  if (seats > 1 && isQuestion) faults.push(["seats", "has no meaning for a question: take it out"]);
  if (voteFor !== undefined && rule !== "list" && voteFor > seats)
    faults.push([
      "voteFor",
      `is ${voteFor}, but only ${seats} ${seats === 1 ? "is" : "are"} elected (seats)`,
    ]);
  if (advance !== undefined && advance >= standing.length && !pool)
    faults.push([
      "advance",
      `lets ${advance} go on, but only ${standing.length} candidates stand: nobody could go out`,
    ]);
  return faults;
}

function ofCandidates(race: RaceSource): readonly Fault[] {
  const { candidates, seats = 1 } = race;
  const standing = candidates.filter((one) => !isOut(one) && !isPool(one)).length;
  const faults: Fault[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const { id, uncontested, lines = [] } = candidate;
    if (uncontested && standing > seats)
      faults.push([
        `candidates.${i}.uncontested`,
        `${id} is not alone: ${standing} candidates stand for ${seats} ${seats === 1 ? "seat" : "seats"}`,
      ]);
    if (uncontested && isOut(candidate))
      faults.push([`candidates.${i}.uncontested`, `${id} stands no more`]);
    const codes = lines.map(({ code }) => code);
    if (new Set(codes).size < codes.length)
      faults.push([`candidates.${i}.lines`, "name one party twice"]);
  }
  for (const kind of ["write_in_pool", "none"] as const) {
    const [, second] = candidates.flatMap((one, i) => (one.kind === kind ? [i] : []));
    if (second !== undefined)
      faults.push([`candidates.${second}.kind`, `a second ${kind}: keep one of the two`]);
  }
  return faults;
}

function isPool({ kind }: RaceSource["candidates"][number]): boolean {
  return kind === "write_in_pool" || kind === "none";
}

function ofDeclaration(race: RaceSource): readonly Fault[] {
  const { declaredWhole, declared, count, voting, id, dependsOn, certified } = race;
  const faults: Fault[] = [];
  if (declaredWhole && count.state === "partial")
    faults.push([
      "count.state",
      "is partial, but this count comes whole (declaredWhole): take one of the two out",
    ]);
  if (declared && Date.parse(declared.at) < Date.parse(voting.closes))
    faults.push(["declared.at", "is before polls close"]);
  if (dependsOn?.contest === id) faults.push(["dependsOn.contest", "is this race itself"]);
  const moments = new Set(certified.map(({ at }) => Date.parse(at)));
  for (const [i, { supersedes, at }] of certified.entries())
    if (supersedes !== undefined && !(moments.has(Date.parse(supersedes)) && supersedes !== at))
      faults.push([
        `certified.${i}.supersedes`,
        "is no other certificate’s time: write that of the one it takes the place of",
      ]);
  return faults;
}

/** Projections are what somebody says; before polls close laws and habits forbid them. */
function ofProjections({ projections = [], candidates, sources, voting }: RaceSource) {
  const known = referencesOf({ candidates, sources });
  return projections.flatMap(({ at, source, shares, seats }, i): readonly Fault[] => {
    const path = `projections.${i}`;
    const named = [...shares, ...seats].flatMap(({ candidate }) =>
      known.candidate(candidate, `${path}.shares`),
    );
    const all = [...named, ...known.source(source, `${path}.source`)];
    const early: readonly Fault[] =
      Date.parse(at) < Date.parse(voting.closes) ? [[`${path}.at`, "is before polls close"]] : [];
    return [...early, ...all.map((issue): Fault => [issue.path, issue.message])];
  });
}
