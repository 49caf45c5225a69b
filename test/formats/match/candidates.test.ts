import { expect, test } from "vitest";
import { matchCandidate } from "../../../src/formats/match/candidates.ts";

const GA06 = [
  { id: "handel", name: "Karen Handel", shortName: "Handel", aliases: [] },
  { id: "ossoff", name: "Jon Ossoff", shortName: "Ossoff", aliases: ["T. Jonathan Ossoff"] },
];
const found = (name: string, race = GA06) => {
  const match = matchCandidate(name, race);
  return match.ok ? match.id : match.reason;
};

test("every way in which files name a candidate is understood", () => {
  for (const name of [
    "handel",
    "Handel",
    "KAREN HANDEL",
    "Karen Handel (I) (Rep)",
    "KAREN HANDEL (REP)",
    "HANDEL, KAREN C",
    "HANDEL, KAREN CHRISTINE MS.",
    "  karen   handel ",
    "Kàren Hándel",
    "Rep. Karen Handel",
    "Handel (R)",
  ]) {
    expect({ name, found: found(name) }).toEqual({ name, found: "handel" });
  }
  expect(found("OSSOFF, T. JONATHAN")).toBe("ossoff");
});

test("a name that only resembles a candidate's is not that candidate", () => {
  for (const name of [
    "",
    "(REP)",
    "Mary Handel",
    "Hander",
    "Karen",
    "Handel Karen",
    "x".repeat(1e6),
  ]) {
    expect({ name, found: found(name) }).toEqual({ name, found: "unknown" });
  }
  expect(found("OSSOFF, THOMAS")).toBe("unknown");
});

test("two candidates whom a name fits equally are named, and none is picked", () => {
  const smiths = [
    { id: "j-smith", name: "John A. Smith Jr.", shortName: "J. Smith", aliases: [] },
    { id: "m-smith", name: "Mary Smith", shortName: "M. Smith", aliases: ["Smith-Jones"] },
  ];
  expect(found("Smith", smiths)).toBe("ambiguous");
  expect(matchCandidate("Smith", smiths)).toMatchObject({
    message: expect.stringMatching(/j-smith or m-smith/),
  });
  expect(found("John Smith", smiths)).toBe("j-smith");
  expect(found("John B. Smith", smiths)).toBe("unknown");
  expect(found("John Smith Sr.", smiths)).toBe("unknown");
  expect(found("SMITH, JOHN A JR", smiths)).toBe("j-smith");
  expect(found("Mary Smith Jones", smiths)).toBe("unknown");
  expect(found("Smith Jones", smiths)).toBe("m-smith");
});

test("apostrophes and hyphens don't hide a name", () => {
  const race = [{ id: "oconnor", name: "Danny O’Connor", shortName: "O’Connor", aliases: [] }];
  for (const name of ["O'Connor", "OCONNOR, DANNY", "Danny O`Connor"]) {
    expect({ name, found: found(name, race) }).toEqual({ name, found: "oconnor" });
  }
});

test("an unknown name says what to do", () => {
  expect(matchCandidate("Judson Hill", GA06)).toMatchObject({
    ok: false,
    message:
      'no candidate of this race is named "Judson Hill": use one of handel, ossoff, or add the name to that candidate\'s "aliases" in race.json',
  });
});
