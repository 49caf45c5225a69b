import type { Candidate } from "../../src/race/schema/race-facts.ts";

/** The two of Georgia's 6th district in 2017, as race.json has them. */
export const GA06: readonly Candidate[] = [
  {
    id: "handel",
    name: "Karen Handel",
    shortName: "Handel",
    party: { code: "R", name: "Republican" },
    incumbent: false,
    aliases: [],
  },
  {
    id: "ossoff",
    name: "Jon Ossoff",
    shortName: "Ossoff",
    party: { code: "D", name: "Democrat" },
    incumbent: false,
    aliases: ["T. Jonathan Ossoff"],
  },
];
