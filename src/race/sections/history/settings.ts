import { z } from "zod";

const year = z.int("must be a year").min(1700, "must be a year").max(2200, "must be a year");

/** What race.json says about the past. */
export const historySettings = z
  .strictObject({
    /** The years from which elections were held inside other borders. */
    borders: z.array(year).max(50).default([]),
  })
  .prefault({});
export type HistorySettings = z.infer<typeof historySettings>;
