import { expect, test } from "vitest";
import { clarityTime } from "../../../src/formats/clarity/time.ts";
import { readClarityXml } from "../../../src/formats/clarity/xml.ts";
import { faultsOf, linesOf, messagesOf, picked, valueOf } from "../results-fixture.ts";

const units = (tag: string, votes: Record<string, number>) =>
  Object.entries(votes)
    .map(([name, count]) => `<${tag} name="${name}" votes="${count}" />`)
    .join("");
const type = (tag: string, name: string, votes: Record<string, number>, total?: number) => {
  const sum = Object.values(votes).reduce((a, b) => a + b, 0);
  return `<VoteType name="${name}" votes="${total ?? sum}">${units(tag, votes)}</VoteType>`;
};
const file = (region: string, turnout: string, contests: string) => `<?xml version="1.0"?>
<ElectionResult>
  <Timestamp>11/3/2026 9:15:00 PM EST</Timestamp>
  <ElectionName>General Election</ElectionName>
  <Region>${region}</Region>
  ${turnout}
  ${contests}
</ElectionResult>`;

const STATE_TURNOUT = `<ElectionVoterTurnout totalVoters="300" ballotsCast="120"><Counties>
  <County name="North" totalVoters="200" ballotsCast="90" precinctsParticipating="4" precinctsReported="4" />
  <County name="South" totalVoters="100" ballotsCast="30" precinctsParticipating="9" precinctsReported="5" />
</Counties></ElectionVoterTurnout>`;
const stateContest = (
  adaTotal: number,
) => `<Contest key="7" text="Mayor" precinctsParticipating="7" precinctsReported="6">
  <ParticipatingCounties>
    <County name="North" precinctsParticipating="4" precinctsReported="4" />
    <County name="South" precinctsParticipating="3" precinctsReported="2" />
  </ParticipatingCounties>
  <Choice key="1" text="Ada Able (I) (Rep)" party="NP" totalVotes="${adaTotal}">
    ${type("County", "Election Day", { North: 40, South: 10 })}${type("County", "Absentee by Mail", { North: 5, South: 1 })}
  </Choice>
  <Choice key="2" text="Bo Baker (Dem)" party="NP" totalVotes="60">
    ${type("County", "Election Day", { North: 30, South: 20 })}${type("County", "Absentee by Mail", { North: 9, South: 1 })}
  </Choice>
  <Choice key="3" text="Write-in" party="" totalVotes="2">${type("County", "Election Day", { North: 2, South: 0 })}</Choice>
</Contest>`;

test("a state's file gives each county by mode, and leaves the total to their sum", () => {
  const result = picked(readClarityXml(file("GA", STATE_TURNOUT, stateContest(56))), {
    asOf: null,
  });
  expect(linesOf(valueOf(result))).toEqual([
    "North votes ada election_day 40",
    "North votes ada absentee_mail 5",
    "South votes ada election_day 10",
    "South votes ada absentee_mail 1",
    "North votes bo election_day 30",
    "North votes bo absentee_mail 9",
    "South votes bo election_day 20",
    "South votes bo absentee_mail 1",
    "North precincts_total 4",
    "North precincts_reported 4",
    "North registered 200",
    "North ballots 90",
    "South precincts_total 3",
    "South precincts_reported 2",
    "North votes write-ins election_day 2",
    "South votes write-ins election_day 0",
  ]);
  expect(valueOf(result).counts[0]?.asOf).toBe("2026-11-03T21:15:00-05:00");
  expect(messagesOf(result)).toEqual([
    "left out: registered voters and ballots of South, where the contest has only some of the precincts",
    "counted among others: write-ins (2 votes)",
    "no registered voters are given for South, and for other areas they are",
  ]);
});

test("votes that a state has in the total but in no vote type stay in the total", () => {
  const result = picked(readClarityXml(file("AR", "", stateContest(76))));
  const total = linesOf(valueOf(result)).filter((line) => line.startsWith("total "));
  expect(total).toEqual([
    "total votes ada election_day 50",
    "total votes ada absentee_mail 6",
    "total votes ada 20",
    "total votes bo election_day 50",
    "total votes bo absentee_mail 10",
    "total votes write-ins election_day 2",
  ]);
  expect(messagesOf(result)[0]).toBe(
    "votes: the counties add up to 118, the file says 138 in all, which is used for the whole contest",
  );
});

test("vote types that exceed the total, or parts that exceed their type, are refused with both numbers", () => {
  const over = picked(readClarityXml(file("AR", "", stateContest(55))));
  expect(faultsOf(over)).toMatchObject([
    {
      line: 12,
      message: "Ada Able (I) (Rep): the vote types add up to 56, the file says 55 in all",
    },
  ]);
  const doubled = stateContest(56).replace(
    'name="Election Day" votes="50"',
    'name="Election Day" votes="25"',
  );
  expect(messagesOf(picked(readClarityXml(file("AR", "", doubled))))[0]).toBe(
    "Ada Able (I) (Rep), Election Day: its parts add up to 50, the file says 25",
  );
});

const COUNTY_TURNOUT = `<VoterTurnout totalVoters="500" ballotsCast="103"><Precincts>
  <Precinct name="P1" totalVoters="0" ballotsCast="60" /><Precinct name="P2" totalVoters="0" ballotsCast="43" />
</Precincts></VoterTurnout>`;
const countyContest = `<Contest key="7" text="Mayor" precinctsReporting="2" precinctsReported="1">
  ${type("Precinct", "Undervotes", { P1: 2, P2: 1 })}${type("Precinct", "Overvotes", { P1: 0, P2: 0 })}
  <Choice key="1" text="Ada ABLE" totalVotes="60">${type("Precinct", "Election", { P1: 40, P2: 20 })}</Choice>
  <Choice key="2" text="Bo BAKER" totalVotes="40">${type("Precinct", "Election", { P1: 18, P2: 22 })}</Choice>
</Contest>`;

test("one county's precincts are summed to the county that the file is of", () => {
  const result = picked(readClarityXml(file("Greenlee", COUNTY_TURNOUT, countyContest)));
  expect(linesOf(valueOf(result))).toEqual([
    "Greenlee votes ada 60",
    "Greenlee votes bo 40",
    "Greenlee undervotes 3",
    "Greenlee overvotes 0",
    "Greenlee precincts_total 2",
    "Greenlee precincts_reported 1",
    "Greenlee registered 500",
    "Greenlee ballots 103",
  ]);
  expect(messagesOf(result)).toEqual(["counted as unspecified: the vote types Election"]);
});

test("a contest of some precincts gets their ballots, and no registered voters it can't know", () => {
  const part = `<Contest key="8" text="Ward" precinctsReporting="1" precinctsReported="1">
    <Choice key="1" text="Ada Able" totalVotes="40">${type("Precinct", "Election Day", { P1: 40 })}</Choice></Contest>`;
  const result = picked(readClarityXml(file("Greenlee", COUNTY_TURNOUT, part)));
  const lines = linesOf(valueOf(result));
  expect(lines).toContain("Greenlee ballots 60");
  expect(lines.join()).not.toMatch(/registered/);
  expect(messagesOf(result)[0]).toMatch(/^left out: registered voters/);
});

test("ballots that are not all this contest's are pointed out", () => {
  const turnout = COUNTY_TURNOUT.replace('ballotsCast="103"', 'ballotsCast="203"');
  const result = picked(readClarityXml(file("Greenlee", turnout, countyContest)));
  expect(messagesOf(result)[1]).toMatch(/^the ballots \(203\) are more than .* \(103\)/);
});

test("a fault in one contest refuses that contest, with its line, and no other", () => {
  const broken = countyContest
    .replace('votes="40"', 'votes="4O"')
    .replace('key="7" text="Mayor"', 'key="9" text="Judge"');
  const read = readClarityXml(file("Greenlee", COUNTY_TURNOUT, broken + countyContest));
  expect(faultsOf(picked(read, { contest: "Judge" }))).toMatchObject([
    { line: 11, field: "votes", message: 'must be a whole number, found "4O"' },
  ]);
  expect(picked(read, { contest: "Mayor" }).ok).toBe(true);
});

test("other files are refused, and say why", () => {
  expect(faultsOf(readClarityXml("<html/>"))[0]?.message).toMatch(/starts with <html>/);
  expect(faultsOf(readClarityXml("<ElectionResult/>"))[0]?.message).toBe("has no <Contest>");
  expect(faultsOf(readClarityXml(file("", "", countyContest)))[0]?.message).toMatch(/no <Region>/);
  const twice = file("AR", STATE_TURNOUT.replace('"South"', '"North"'), countyContest);
  expect(faultsOf(readClarityXml(twice))).toMatchObject([
    { line: 8, message: "North is listed twice" },
  ]);
});

test("the file's own time is read with its zone", () => {
  expect(clarityTime("11/13/2014 2:58:41 PM CST")).toBe("2014-11-13T14:58:41-06:00");
  expect(clarityTime("6/20/2017 12:05:09 AM EDT")).toBe("2017-06-20T00:05:09-04:00");
  for (const text of [
    "",
    "2/30/2020 1:00:00 AM EST",
    "1/1/2020 13:00:00 PM EST",
    "1/1/2020 1:00:00 PM XYZ",
  ])
    expect({ text, time: clarityTime(text) }).toEqual({ text, time: null });
});

const oneCounty = (more: string, ...choices: string[]) =>
  picked(
    readClarityXml(
      file(
        "Ash",
        '<VoterTurnout totalVoters="100" ballotsCast="52"><Precincts><Precinct name="P1" totalVoters="100" ballotsCast="52" /></Precincts></VoterTurnout>',
        `<Contest key="1" text="Mayor" precinctsReporting="1" precinctsReported="1">${more}${choices
          .map(
            (name, i) =>
              `<Choice key="${i}" text="${name}" totalVotes="${10 + i}">${type("Precinct", "Election Day", { P1: 10 + i })}</Choice>`,
          )
          .join("")}</Contest>`,
      ),
    ),
  );

test("a party may stand before the name, and one candidate under two parties", () => {
  const result = oneCounty("", "DEM Ada Able", "Rep - Bo Baker", "WOR Ada Able");
  expect(linesOf(valueOf(result)).slice(0, 2)).toEqual([
    "Ash votes ada election_day 22",
    "Ash votes bo election_day 11",
  ]);
  expect(messagesOf(result)).toEqual(["added up: Ada Able and Ada Able, both ada"]);
});

test("a vote type of registered voters is none, and says nothing of other ballots", () => {
  const voters = type("Precinct", "regVotersCounty", { P1: 0 });
  expect(messagesOf(oneCounty(voters, "Ada Able", "Bo Baker"))).toEqual([]);
});
