import { z } from "zod";
import { asOf, count, instant, line, localId } from "./common.ts";
import { previousVote } from "./previous-vote.ts";

/** What an office says of its count. `canvass` and `recount` come after all votes are in. */
export const COUNT_STATES = [
  "not_started",
  "partial",
  "paused",
  "complete",
  "canvass",
  "recount",
] as const;
export type CountState = (typeof COUNT_STATES)[number];

/** Ballots that are known to be there and aren't counted yet. */
export const outstanding = z
  .strictObject({
    area: line.nullable().default(null),
    /** What they are: "mail ballots that came on election day". */
    kind: line,
    ballots: count,
    asOf,
    source: localId,
  })
  .meta({ id: "Outstanding" });

export const countFacts = z
  .strictObject({
    state: z.enum(COUNT_STATES).nullable().default(null),
    outstanding: z.array(outstanding).max(100).default([]),
    /** When the office says that it will count on. */
    nextUpdate: instant.nullable().default(null),
  })
  .meta({ id: "CountFacts" });

/** A county, town or ward that has a count of its own. */
export const area = z
  .strictObject({
    id: localId,
    name: line,
    /** Other spellings under which files name it. Never shown. */
    aliases: z.array(line).default([]),
    ocdId: z
      .string()
      .regex(
        /^ocd-division\/country:[a-z]{2}(\/[a-z_]+:[^/\s]+)*$/,
        "must be an Open Civic Data division id",
      )
      .optional(),
    /** How many precincts it has, until a file says. */
    precincts: count.nullable().default(null),
    registered: count.nullable().default(null),
    /** How it voted the time before: its counts are compared with that. */
    previous: previousVote.optional(),
  })
  .meta({ id: "Area" });
