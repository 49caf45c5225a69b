import { z } from "zod";
import { count, date, instant, line, raceId } from "../schema/common.ts";
import { status } from "../schema/document.ts";
import { source } from "../schema/race-facts.ts";
import { raceBrief } from "./brief.ts";

/** One race as a board shows it. */
export const boardRow = raceBrief
  .pick({
    id: true,
    title: true,
    status: true,
    candidates: true,
    leading: true,
    votes: true,
    reporting: true,
    expected: true,
    calls: true,
    publication: true,
    asOf: true,
    updatedAt: true,
  })
  .extend({
    /** Ids of the board's sources. */
    sources: z.array(z.string()),
    href: z.string(),
  })
  .meta({ id: "BoardRow" });
export type BoardRow = z.infer<typeof boardRow>;

const group = z
  .object({
    title: line,
    /** How many rows show before “all”; null shows all at once. */
    show: count.nullable(),
    races: z.array(boardRow),
  })
  .meta({ id: "BoardGroup" });

/** Seats of a body. Won seats are called ones; who leads is what the counts say so far. */
export const boardControl = z
  .object({
    title: line,
    seats: count,
    needed: count,
    parties: z.array(
      z.object({ code: z.string(), name: line, holdovers: count, won: count, leading: count }),
    ),
    /** Seats that no party of the list has won or held. */
    open: count,
    source: source.nullable(),
  })
  .meta({ id: "BoardControl" });
export type BoardControl = z.infer<typeof boardControl>;

export const boardDocument = z
  .object({
    schema: z.literal(1),
    id: raceId,
    title: line,
    /** Whether any of its races is a rehearsal. */
    test: z.boolean(),
    /** The earliest of its races; null while it has none. */
    electionDate: date.nullable(),
    timeZone: z.string(),
    /** That of the race whose numbers move fastest. */
    status,
    groups: z.array(group),
    /** The law that forbids now to show figures of older publications; the one that ends last. */
    quiet: raceBrief.shape.quiet,
    /** Races that the board lists and nobody has published. */
    missing: z.array(raceId),
    control: boardControl.nullable(),
    sources: z.array(source),
    revision: count,
    publication: count,
    updatedAt: instant,
    next: count,
  })
  .meta({ id: "Board" });
export type BoardDocument = z.infer<typeof boardDocument>;
