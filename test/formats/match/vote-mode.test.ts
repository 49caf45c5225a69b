import { expect, test } from "vitest";
import { choiceName } from "../../../src/formats/match/choice-name.ts";
import { strayVotes, voteMode } from "../../../src/formats/match/vote-mode.ts";

test("offices' words for a way of voting become a mode", () => {
  const words = {
    election_day: ["Election Day", "election_day", "Election Day Votes", "Election Day in Person"],
    early_in_person: [
      "Early Vote",
      "early_voting",
      "advance",
      "Advance in Person",
      "Advanced Voting Votes",
      "Absentee in Person",
      "in-person absentee",
    ],
    absentee_mail: [
      "Absentee",
      "absentee_by_mail",
      "Absentee by Mail Votes",
      "mail",
      "Vote by Mail",
    ],
    provisional: ["Provisional", "Provisional Votes"],
  };
  for (const [mode, names] of Object.entries(words))
    for (const name of names) expect({ name, mode: voteMode(name) }).toEqual({ name, mode });
});

test("words that fit no mode or two are not guessed at", () => {
  for (const name of ["", "Election", "votes", "Absentee/Provisional", "UOCAVA", "Early by Mail"])
    expect({ name, mode: voteMode(name) }).toEqual({ name, mode: null });
});

test("under- and overvotes are told from candidates", () => {
  expect(
    ["Under Votes", "Undervotes", "OVER VOTES", "over-votes", "Votes", "Overton"].map(strayVotes),
  ).toEqual(["undervotes", "undervotes", "overvotes", "overvotes", null, null]);
});

const of = (name: string, party?: string | null) => Object.values(choiceName(name, party));

test("a printed name gives the candidate, the party and whether it is a write-in", () => {
  expect(of("Donald J. Trump (I) (Rep)", "NP")).toEqual(["Donald J. Trump", "REP", false]);
  expect(of("KAREN HANDEL (REP)", null)).toEqual(["KAREN HANDEL", "REP", false]);
  expect(of("Ada  Able", "Dem")).toEqual(["Ada Able", "DEM", false]);
  expect(of("Ada Able (Incumbent)", "")).toEqual(["Ada Able", null, false]);
  expect(of('Ada "Addie" Able (Libertarian)')).toEqual(['Ada "Addie" Able', "LIBERTARIAN", false]);
  expect(of("Ada (Addie) Able", "R")).toEqual(["Ada (Addie) Able", "R", false]);
  expect(of("Write-in", "")).toEqual(["Write-in", null, true]);
  expect(of("Bo Baker (Write-In)", "")[2]).toBe(true);
  expect(of("Scattering")[2]).toBe(true);
  expect(of("(Rep)", "NP")).toEqual(["(Rep)", null, false]);
});

test("a party's code before the name is no part of it", () => {
  expect(of("DEM Ann Oak", "")).toEqual(["Ann Oak", "DEM", false]);
  expect(of("Rep - Bo Elm", "NP")).toEqual(["Bo Elm", "REP", false]);
  expect(of("WOR: Ann B. Oak")).toEqual(["Ann B. Oak", "WOR", false]);
  for (const name of ["Con Smith Baker", "Lib Able Baker", "DEM Oak", "Demi Oak Baker"])
    expect(of(name)).toEqual([name, null, false]);
});
