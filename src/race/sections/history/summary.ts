import { z } from "zod";
import { date, localId } from "../../schema/common.ts";
import { sectionHead } from "../../schema/section-head.ts";
import { pastRow } from "./source.ts";

const { who, party, votes, share, margin, lessThan, won, contest, name } = pastRow.shape;
const year = z.int();

const pastContest = z.object({
  date,
  contest,
  name,
  source: localId,
  /** Inside other borders than the vote to come. */
  otherBorders: z.boolean(),
  /** The first six, most votes first. */
  choices: z.array(z.object({ who, party, won, votes, share, margin, lessThan })),
  /** How many more there were. */
  others: z.int().min(0),
});
export type PastContest = z.infer<typeof pastContest>;

export const historySummary = z
  .object({
    /** Whose seat it has been, and since which year without a break; null where nobody says. */
    seat: z
      .object({
        who,
        party,
        since: year,
        /** Nothing is known from before that year: it may be longer. */
        atLeast: z.boolean(),
        /** The party that had it before, where that is known. */
        before: party,
      })
      .nullable(),
    /** Who won the seat last; the share to the whole percent, as a sentence says it. */
    last: z.object({ who, party, year, share: z.int().nullable() }).nullable(),
    /** The latest, newest first. */
    contests: z.array(pastContest),
    /** Who had the seat, newest first. */
    holders: z.array(
      z.object({ who, party, from: date, until: pastRow.shape.until, source: localId }),
    ),
    /** The years from which borders were others, in order. */
    borders: z.array(year),
  })
  .meta({ id: "HistorySummary" });
export type HistorySummary = z.infer<typeof historySummary>;

/** A row as readers get it: what editors note for each other is left out. */
const listedRow = z.object(pastRow.shape).omit({ note: true }).meta({ id: "ListedPastRow" });

/** The history of a race in full. */
export const historySection = z
  .object({
    ...sectionHead("history"),
    history: historySummary.nullable(),
    past: z.array(listedRow),
  })
  .meta({ id: "HistorySection" });
export type HistorySection = z.infer<typeof historySection>;
