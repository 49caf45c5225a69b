import { expect, test } from "vitest";
import { readSosJson } from "../../../src/formats/sos-ga/sos-ga.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

type Votes = Record<string, number>;
const option = (id: string, name: string, party: string | null, groups: Votes, total?: number) => ({
  id,
  name,
  voteCount: total ?? Object.values(groups).reduce((sum, count) => sum + count, 0),
  politicalParty: party,
  groupResults: Object.entries(groups).map(([groupName, voteCount]) => ({ groupName, voteCount })),
  precinctResults: null,
});
type Option = ReturnType<typeof option>;
const place = (
  name: string,
  options: Option[],
  precincts: [number, number] | null = null,
  contest = "Mayor",
) => ({
  name,
  ballotItems: [
    {
      type: "Local",
      id: "7",
      name: contest,
      precinctsParticipating: precincts?.[1] ?? null,
      precinctsReporting: precincts?.[0] ?? null,
      ballotOptions: options,
    },
  ],
});
const exported = (results: unknown, localResults: unknown) =>
  JSON.stringify(
    { electionName: "Test", createdAt: "2026-11-03T21:15:00.1234567Z", results, localResults },
    null,
    1,
  );

const ada = (day: number, advance: number) =>
  option("1", "ADA ABLE (REP)", "REP", { "Election Day": day, "Advance in Person": advance });
const bo = (day: number, mail: number) =>
  option("2", "BO BAKER (DEM)", null, { "Election Day": day, "Absentee by Mail": mail });
const STATE = place("Georgia", [ada(50, 6), bo(50, 10)]);
const NORTH = place("North County", [ada(40, 5), bo(30, 9)]);
const SOUTH = place("South County", [ada(10, 1), bo(20, 1)]);

test("counties are given by mode, and the state's total only checks them", () => {
  const result = picked(readSosJson(exported(STATE, [NORTH, SOUTH])), { asOf: null });
  expect(linesOf(valueOf(result))).toEqual([
    "North County votes ada election_day 40",
    "North County votes ada early_in_person 5",
    "North County votes bo election_day 30",
    "North County votes bo absentee_mail 9",
    "South County votes ada election_day 10",
    "South County votes ada early_in_person 1",
    "South County votes bo election_day 20",
    "South County votes bo absentee_mail 1",
  ]);
  expect(messagesOf(result)).toEqual([]);
  expect(valueOf(result).counts[0]?.asOf).toBe("2026-11-03T21:15:00.1234567Z");
});

test("a state that isn't the sum of its counties is refused with both numbers and the line", () => {
  const result = picked(
    readSosJson(exported(place("Georgia", [ada(50, 6), bo(51, 10)]), [NORTH, SOUTH])),
  );
  expect(faultsOf(result)).toEqual([
    {
      line: 34,
      column: 20,
      field: "results.ballotItems.0.ballotOptions.1.voteCount",
      message: "BO BAKER (DEM): the counties add up to 60, the state says 61",
    },
  ]);
  const moved = picked(
    readSosJson(exported(place("Georgia", [ada(49, 7), bo(50, 10)]), [NORTH, SOUTH])),
  );
  expect(messagesOf(moved)).toEqual([
    "ADA ABLE (REP), election_day: the counties add up to 50, the state says 49",
    "ADA ABLE (REP), early_in_person: the counties add up to 6, the state says 7",
  ]);
  const missing = picked(readSosJson(exported(STATE, [NORTH])));
  expect(messagesOf(missing)).toContain(
    "ADA ABLE (REP): the counties add up to 45, the state says 56",
  );
});

test("a county or choice that is listed twice is refused, not added up", () => {
  expect(
    messagesOf(readSosJson(exported(STATE, [NORTH, SOUTH, { ...SOUTH, name: "SOUTH" }]))),
  ).toEqual(["SOUTH is listed twice"]);
  const twice = place("South County", [ada(10, 1), ada(10, 1)]);
  expect(
    messagesOf(picked(readSosJson(exported({ name: "Georgia", ballotItems: [] }, [twice])))),
  ).toContain("ADA ABLE (REP) is listed twice");
  const items = { name: "Georgia", ballotItems: [...STATE.ballotItems, ...STATE.ballotItems] };
  expect(messagesOf(readSosJson(exported(items, null)))).toEqual(["Mayor is listed twice"]);
});

test("without counties the state's numbers are the whole contest", () => {
  for (const none of [null, []])
    expect(linesOf(valueOf(picked(readSosJson(exported(STATE, none))))).slice(0, 2)).toEqual([
      "total votes ada election_day 50",
      "total votes ada early_in_person 6",
    ]);
});

test("a contest that only counties have is there too", () => {
  const sheriff = place(
    "North County",
    [option("5", "Ada Able", null, {}, 7), option("6", "Bo Baker", null, {}, 8)],
    null,
    "Sheriff",
  );
  const read = readSosJson(
    exported(STATE, [
      { ...NORTH, ballotItems: [...NORTH.ballotItems, ...sheriff.ballotItems] },
      SOUTH,
    ]),
  );
  expect(valueOf(read).contests.map(({ key, title }) => [key, title])).toEqual([
    ["7 Mayor", "Mayor"],
    ["7 Sheriff", "Sheriff"],
  ]);
  expect(linesOf(valueOf(picked(read, { contest: "Sheriff" })))).toEqual([
    "North County votes ada 7",
    "North County votes bo 8",
  ]);
});

const precincts = (reporting: [number, number] | null, votes: number) =>
  linesOf(
    valueOf(
      picked(
        readSosJson(exported(place("Georgia", [ada(votes, 0), bo(votes, 0)], reporting), null)),
      ),
    ),
  ).filter((line) => line.includes("precincts"));

test("precincts of null or 0 are unknown; none reporting is believed before any vote", () => {
  expect(precincts(null, 5)).toEqual([]);
  expect(precincts([0, 0], 5)).toEqual([]);
  expect(precincts([3, 8], 5)).toEqual(["total precincts_total 8", "total precincts_reported 3"]);
  expect(precincts([0, 8], 5)).toEqual(["total precincts_total 8"]);
  expect(precincts([0, 8], 0)).toEqual(["total precincts_total 8", "total precincts_reported 0"]);
});

test("groups that fall short of the votes leave the rest unspecified, groups that exceed them are refused", () => {
  const short = place("Georgia", [
    option("1", "Ada Able", null, { "Election Day": 5, Military: 2 }, 9),
    bo(1, 1),
  ]);
  const result = picked(readSosJson(exported(short, null)));
  expect(linesOf(valueOf(result)).slice(0, 2)).toEqual([
    "total votes ada election_day 5",
    "total votes ada 4",
  ]);
  expect(messagesOf(result)).toEqual(["counted as unspecified: the groups Military"]);
  const over = place("Georgia", [
    option("1", "Ada Able", null, { "Election Day": 10 }, 9),
    bo(1, 1),
  ]);
  expect(messagesOf(picked(readSosJson(exported(over, null))))).toEqual([
    "Ada Able: the groups add up to 10, more than the 9 votes in all",
  ]);
});

test("another JSON is refused with the place of what is missing or wrong", () => {
  expect(faultsOf(readSosJson("[]"))).toMatchObject([
    { line: 1, column: 1, message: expect.stringMatching(/expected object/) },
  ]);
  expect(
    faultsOf(
      readSosJson(
        '{"results":\n {"name":"x","ballotItems":[{"id":1,"name":"y","ballotOptions":[{"id":2,"name":"z","voteCount":-1}]}]}}',
      ),
    ),
  ).toEqual([
    {
      line: 2,
      column: 96,
      field: "results.ballotItems.0.ballotOptions.0.voteCount",
      message: "must be 0 or more",
    },
  ]);
  expect(messagesOf(readSosJson(exported({ name: "Georgia", ballotItems: [] }, [])))).toEqual([
    "has no contest",
  ]);
});
