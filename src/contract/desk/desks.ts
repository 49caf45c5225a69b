import { z } from "zod";
import { raceId } from "../../race/schema/common.ts";
import { time } from "../fields.ts";
import type { Immutable } from "../immutable.ts";
import { json, type Operation } from "../operation.ts";
import { emptyQuery } from "../query.ts";

export const DESKS_ADDRESS = "/v1/desks";

const deskEntry = z.object({
  race: raceId,
  since: time.meta({ description: "When the registry first heard of it." }),
});

export const deskList = z
  .object({
    desks: z.array(deskEntry).meta({
      description: "Every race that was ever put and that the token is for, by id.",
    }),
    complete: z.boolean().meta({
      description:
        "False while desks of version 0.1.0 may be missing: the store couldn't be listed yet.",
    }),
    brokenTokens: z.array(z.string()).meta({
      description: "Names of secrets TOPLINE_TOKEN_… that hold no token.",
    }),
    ignoredFeedHosts: z.array(z.string()).meta({
      description: "Entries of TOPLINE_FEED_HOSTS that name nothing one may ask.",
    }),
  })
  .meta({ id: "DeskList", description: "Every desk, and what is wrong with the settings." });
export type DeskList = Immutable<z.infer<typeof deskList>>;

export const stored = z
  .object({
    keys: z.array(z.string()).meta({ description: "What the store should have." }),
    missing: z.array(z.string()).meta({ description: "Of these, what it hasn't." }),
    different: z.array(z.string()).meta({ description: "What it has in another version." }),
    unexpected: z.array(z.string()).meta({
      description: "What it has of this race although nothing was published there.",
    }),
  })
  .meta({ id: "StoredKeys", description: "The store's keys of one race, held against its desk." });
export type Stored = Immutable<z.infer<typeof stored>>;

export const desksOperations: readonly Operation[] = [
  {
    id: "listDesks",
    method: "get",
    path: DESKS_ADDRESS,
    tag: "Desk",
    summary: "Every race that was ever put, whatever the store has of it",
    scope: "read",
    query: emptyQuery,
    answers: { 200: json("The desks.", deskList) },
    problems: [400, 401, 403, 429],
  },
];
