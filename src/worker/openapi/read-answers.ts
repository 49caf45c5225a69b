import { z } from "zod";
import { raceId } from "../../race/schema/common.ts";
import { status } from "../../race/schema/document.ts";
import { before, n, time } from "./fields.ts";

// What readers are answered beside races and sections.

export const raceList = z
  .object({
    races: z.array(
      z.object({
        id: raceId,
        title: z.string(),
        electionDate: z.iso.date(),
        status,
        test: z.boolean(),
        updatedAt: z.iso.datetime({ offset: true }),
        href: z.string(),
      }),
    ),
  })
  .meta({ id: "RaceList" });

export const health = z
  .object({ ok: z.boolean(), store: z.enum(["answers", "fails"]) })
  .meta({ id: "Health" });

export const publicationList = z
  .object({
    publications: z.array(
      z.object({
        n,
        at: time.meta({ description: "When the store had it." }),
        etag: z.string().nullable(),
        firstRevision: n,
        lastRevision: n,
        href: z.string().nullable().meta({ description: "Null: the race was withdrawn." }),
      }),
    ),
    before,
  })
  .meta({ id: "PublicationList" });
