import { z } from "zod";
import { date, line, localId, raceId } from "../schema/common.ts";
import { raceFacts } from "../schema/race-facts.ts";

/** In which order a group shows its races: as they are listed, by title, or the closest first. */
export const BOARD_ORDERS = ["listed", "title", "closest"] as const;

const MAX_RACES = 500;

/** Which races a group takes in without naming them; every condition that is given must hold. */
export const raceFilter = z
  .strictObject({
    date: date.optional(),
    /** An Open Civic Data division: it, and everything inside it. */
    ocd: z
      .string()
      .regex(/^ocd-division\/country:[a-z]{2}(\/[a-z_]+:[^/\s]+)*$/, "must be a division id")
      .optional(),
    office: line.optional(),
    type: raceFacts.shape.electionType.optional(),
    test: z.boolean().optional(),
  })
  .meta({ id: "RaceFilter" });
export type RaceFilter = z.infer<typeof raceFilter>;

const group = z
  .strictObject({
    title: line,
    /** Races by id, in the editor's order. */
    races: z.array(raceId).max(MAX_RACES, `must be ${MAX_RACES} races or fewer`).default([]),
    filter: raceFilter
      .refine((filter) => Object.keys(filter).length > 0, "must say something")
      .optional(),
    order: z.enum(BOARD_ORDERS).default("listed"),
    /** How many rows show before “all”; null shows all at once. */
    show: z.int().positive().max(MAX_RACES).nullable().default(null),
  })
  .refine(({ races, filter }) => races.length > 0 || filter !== undefined, {
    error: "needs races or a filter",
    path: ["races"],
  })
  .meta({ id: "BoardGroupSource" });

/** Seats that aren't up for election, as an editor states them. */
const controlParty = z.strictObject({
  code: z.string().min(1).max(8),
  name: line,
  holdovers: z.int().min(0).default(0),
});

/** The body whose seats a board's races fill. */
const control = z
  .strictObject({
    title: line,
    seats: z.int().positive().max(2000),
    needed: z.int().positive().max(2000),
    parties: z.array(controlParty).min(1).max(12),
    /** Which groups fill its seats, by their title; all unless told. */
    groups: z.array(line).optional(),
    /** Who says how the other seats are held. */
    source: z.strictObject({ id: localId, name: line, url: z.url().optional() }).optional(),
  })
  .refine(({ seats, needed }) => needed <= seats, {
    error: "must not be more than the seats",
    path: ["needed"],
  })
  .refine(({ seats, parties }) => parties.reduce((n, p) => n + p.holdovers, 0) <= seats, {
    error: "hold more seats than there are",
    path: ["parties"],
  })
  .meta({ id: "BoardControlSource" });

/** board.json: a list of races that an editor keeps, drawn as one card. */
export const boardSource = z
  .strictObject({
    schema: z.literal(1).default(1),
    id: raceId,
    title: line,
    groups: z.array(group).min(1, "needs a group").max(60),
    control: control.optional(),
  })
  .superRefine(({ groups, control: body }, context) => {
    const titles = groups.map(({ title }) => title);
    for (const [i, title] of titles.entries())
      if (titles.indexOf(title) < i)
        context.addIssue({
          code: "custom",
          path: ["groups", i, "title"],
          message: `stands twice: two tabs called ${title} can't be told apart`,
        });
    for (const [i, title] of (body?.groups ?? []).entries())
      if (!titles.includes(title))
        context.addIssue({
          code: "custom",
          path: ["control", "groups", i],
          message: `there is no group called ${title}`,
        });
  })
  .meta({ id: "BoardSource" });
export type BoardSource = z.infer<typeof boardSource>;
export type BoardSourceInput = z.input<typeof boardSource>;
