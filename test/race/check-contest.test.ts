import { expect, test } from "vitest";
import { checkRaceData, checkSource } from "../../src/race/check.ts";
import type { RaceSource, RaceSourceInput } from "../../src/race/schema/race.ts";
import { aCall, aRace, someData } from "./fixtures.ts";

const choices = [
  { id: "yes", name: "Yes", shortName: "Yes", kind: "choice" },
  { id: "no", name: "No", shortName: "No", kind: "choice" },
] as const satisfies RaceSourceInput["candidates"];
const [ada, bo] = aRace().candidates;
const cy = { id: "cy", name: "Cy Clay", shortName: "Clay" };
const at = "2026-11-04T01:00:00-05:00";
const tabulation = {
  id: "first",
  at,
  source: "office",
  rounds: [{ n: 1, votes: [{ candidate: "ada", votes: 10.5 }] }],
};

/** All that is wrong with race.json, in its own body and against itself. */
function faults(changes: Partial<RaceSourceInput>): readonly string[] {
  const checked = checkSource("race", { ...aRace(), ...changes });
  const issues = checked.ok ? faultsAgainst(checked.value) : checked.issues;
  return issues.map(({ path, message }) => `${path.replace(/^race\./, "")}: ${message}`);
}

function faultsAgainst(race: RaceSource) {
  const checked = checkRaceData(someData({ race }));
  return checked.ok ? [] : checked.issues;
}

test.each<readonly [string, Partial<RaceSourceInput>]>([
  [
    "two of three seats",
    { candidates: [ada!, bo!, cy], seats: 2, voteFor: 2, sharesOf: "ballots" },
  ],
  ["a top-two primary", { candidates: [ada!, bo!, cy], advance: 2 }],
  [
    "a measure",
    {
      candidates: [...choices],
      electionType: "referendum",
      rule: "threshold",
      need: { anyOf: [{ share: "3/5" }, { share: "1/2", strict: true, of: "ballots" }] },
      minTurnout: "1/3",
      yesMeans: "A new bridge is built",
      noMeans: "No bridge is built",
    },
  ],
  ["a runoff below 30 %", { rule: "majority_runoff", need: { share: "3/10", strict: true } }],
  ["ranked ballots", { rule: "ranked_choice", tabulations: [tabulation] }],
  [
    "two lines, a pool, one who withdrew and one who died",
    {
      candidates: [
        { ...ada!, lines: [ada!.party!, { code: "C", name: "Conservative" }] },
        { ...bo!, ballot: "withdrawn", since: "2026-10-01" },
        { ...cy, ballot: "deceased", since: at },
        { id: "w", name: "Write-ins", shortName: "Write-ins", kind: "write_in_pool" },
      ],
    },
  ],
  ["one who stands alone", { candidates: [{ ...ada!, uncontested: true }] }],
  [
    "a constituency",
    {
      declaredWhole: true,
      declared: { at, by: "The returning officer", source: "office" },
      heldBy: { code: "D", name: "Democratic" },
      previous: {
        date: "2024-07-04",
        basis: "notional",
        shares: [{ party: "D", share: 51.2 }],
        source: "office",
      },
    },
  ],
  [
    "lists of parties",
    {
      rule: "list",
      candidates: [
        { ...ada!, kind: "party" },
        { ...bo!, kind: "party" },
      ],
      seats: 10,
      votes: { kind: "zweit" },
      hurdle: { share: "1/20", exceptions: ["three seats won directly"] },
      projections: [
        { by: "Test Wire", at, source: "wire", shares: [{ candidate: "ada", share: 51 }] },
      ],
    },
  ],
])("a race may be %s", (_, changes) => {
  expect(faults(changes)).toEqual([]);
});

test.each<readonly [Partial<RaceSourceInput>, string]>([
  [{ candidates: [...choices, ada!] }, "candidates.2.kind: ada stands among choices"],
  [{ yesMeans: "A bridge" }, "yesMeans: says what yes means: add a candidate"],
  [{ electionType: "recall" }, "candidates: are Yes and No in a recall"],
  [{ need: { share: "3/5" } }, 'need: says what is needed, but with "rule": "plurality"'],
  [{ rule: "threshold" }, 'need: is missing: "rule": "threshold" needs it'],
  [{ rule: "threshold", need: { share: "5/3" } }, "need.share: must not be more than 1"],
  [{ rule: "threshold", need: {} }, "need.share: needs one of three: share, allOf or anyOf"],
  [{ hurdle: { share: "1/20" } }, "hurdle: is for seats that go to lists"],
  [{ rule: "list" }, "rule: is list, but no candidate is one"],
  [{ seats: 3 }, "seats: are 3, but only 2 candidates stand"],
  [{ voteFor: 2 }, "voteFor: is 2, but only 1 is elected"],
  [{ advance: 2 }, "advance: lets 2 go on, but only 2 candidates stand"],
  [
    { candidates: [{ ...ada!, uncontested: true }, bo!] },
    "candidates.0.uncontested: ada is not alone",
  ],
  [
    { candidates: [ada!, { ...bo!, since: "2026-10-01" }] },
    "candidates.1.since: says when they went",
  ],
  [
    { candidates: [{ ...ada!, lines: [ada!.party!, ada!.party!] }, bo!] },
    "candidates.0.lines: name one party twice",
  ],
  [{ declaredWhole: true, count: { state: "partial" } }, "count.state: is partial, but this count"],
  [
    { declared: { at: "2026-11-03T12:00:00-05:00", by: "X", source: "office" } },
    "declared.at: is before polls close",
  ],
  [{ declared: { at, by: "X", source: "blog" } }, "declared.source: no source of this race"],
  [{ dependsOn: { contest: "test-race", outcome: "removed" } }, "dependsOn.contest: is this race"],
  [
    {
      certified: [{ by: "Office", at, source: "office", supersedes: "2026-11-04T00:00:00-05:00" }],
    },
    "certified.0.supersedes: is no other certificate’s time",
  ],
  [
    {
      projections: [{ by: "Wire", at: "2026-11-03T18:00:00-05:00", source: "wire", shares: [] }],
    },
    "projections.0.at: is before polls close",
  ],
  [{ tabulations: [tabulation] }, "tabulations.0.id: needs ballots that rank"],
  [
    { rule: "ranked_choice", tabulations: [{ ...tabulation, quota: 7 }] },
    "tabulations.0.quota: is for several seats",
  ],
  [
    {
      rule: "ranked_choice",
      tabulations: [
        {
          ...tabulation,
          rounds: [
            { n: 1, votes: [{ candidate: "ada", votes: 1 }], eliminated: ["ada"] },
            { n: 3, votes: [{ candidate: "ada", votes: 1 }] },
          ],
        },
      ],
    },
    "tabulations.0.rounds.1.votes: ada has votes, but went out in a round before",
  ],
])("%j is a fault that says what to do", (changes, message) => {
  expect(faults(changes).some((one) => one.startsWith(message))).toBe(true);
});

test("a call names a seat that there is, and nobody for a question", () => {
  const race = aRace({ candidates: [...choices], rule: "threshold", need: { share: "3/5" } });
  const said = (calls: readonly unknown[], of = race) => {
    const body = checkSource("calls", { calls });
    if (!body.ok) return body.issues.map(({ message }) => message);
    const checked = checkRaceData(someData({ race: of, calls: body.value }));
    return checked.ok ? [] : checked.issues.map(({ message }) => message);
  };
  const passed = { ...aCall(), outcome: "passed", candidate: null };
  expect(said([passed])).toEqual([]);
  expect(said([{ ...passed, candidate: "yes" }])).toEqual([
    expect.stringMatching(/^is about nobody/),
  ]);
  expect(said([aCall({ candidate: "yes" })])).toEqual([expect.stringMatching(/^a question is/)]);
  expect(said([aCall({ seat: 2 })], aRace())).toEqual(["is 2, but race.json has one seat"]);
  const early = { ...aCall(), retracted: { at: "2026-11-03T20:00:00-05:00" } };
  expect(said([early], aRace())).toEqual(["is before the call itself"]);
});
