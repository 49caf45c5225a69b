import { expect, test } from "vitest";
import { personalDataFault } from "../../../src/formats/text/personal-data.ts";
import { readForGa06 } from "../race.ts";
import { SAMPLES } from "../samples.ts";

test.each([
  ["Georgia's absentee file", "County,Voter Registration #,Last Name,First Name,Street #,City", 2],
  ["North Carolina's", "county_desc\tvoter_reg_num\tncid\tvoter_last_name\tvoter_first_name", 2],
  ["a list by voter_id", '"voter_id","ballot_status"', 1],
  ["a list of addresses", "First Name;Last Name;Street Address;Zip Code", 2],
  ["a pipe-separated one", "SOS_VOTERID|COUNTY_NUMBER|LAST_NAME|FIRST_NAME", 1],
  ["donors", "contributor_last_name,contributor_first_name,contributor_street_1,amount", 1],
  ["JSON", '[{"county":"Cobb","voterId":"123","ballotStatus":"A"}]', 2],
])("%s is refused, and the column is named", (_, header, column) => {
  const text = `${header}\n1,2,3,4\n`;
  expect(personalDataFault(text)).toMatchObject({
    line: 1,
    column,
    message: expect.stringMatching(/people one by one/),
  });
  const read = readForGa06(text, { section: "turnout" });
  expect(read).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/counts only/) }],
  });
});

test("no word of a person reaches the refusal", () => {
  const text = "Voter Registration #,Last Name\n012345,Testperson\n";
  expect(JSON.stringify(personalDataFault(text))).not.toMatch(/012345|Testperson/);
});

test("files of counts are no lists of people", () => {
  for (const { text } of SAMPLES) expect(personalDataFault(text)).toBeNull();
  for (const header of [
    "county,registered_voters,ballots",
    "first_name,votes",
    "City,Zip,Votes",
    "voters,date",
    "County,Voter Registration,Ballots",
  ]) {
    expect(personalDataFault(`${header}\n`)).toBeNull();
  }
});
