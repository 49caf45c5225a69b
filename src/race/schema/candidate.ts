import { z } from "zod";
import { asOf, line, localId } from "./common.ts";

/** A party as a race names it: short code and name. */
export const party = z.strictObject({ code: z.string().min(1).max(8), name: line });
export type Party = z.infer<typeof party>;

/**
 * What stands in a race: a person, a party (where seats go to lists), an answer to a question, all
 * write-ins that nobody tells apart, or "none of these".
 */
export const CANDIDATE_KINDS = ["person", "party", "choice", "write_in_pool", "none"] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

const fields = {
  id: localId,
  name: line,
  /** The name used in running text and narrow tables: "Handel". */
  shortName: line,
  /** Absent for a choice that stands for no party. */
  party: party.optional(),
  incumbent: z.boolean().default(false),
  /** Absent for a person. */
  kind: z.enum(CANDIDATE_KINDS).optional(),
  /** How they stand on the ballot; absent where printed. Names stay there after a withdrawal. */
  ballot: z.enum(["printed", "write_in", "withdrawn", "deceased"]).optional(),
  /** When they withdrew or died. */
  since: asOf.optional(),
  /** The parties on whose lines they stand, where votes are counted by line (fusion). */
  lines: z.array(party).min(2, "needs two lines at least: one alone is the party").optional(),
  /** Elected without a vote, because nobody else stands: never 0 votes. */
  uncontested: z.literal(true).optional(),
  /** Other spellings under which files name this candidate. Never shown. */
  aliases: z.array(line).default([]),
} as const;

export const candidate = z
  .strictObject(fields)
  .refine(
    ({ ballot, since }) => since === undefined || ballot === "withdrawn" || ballot === "deceased",
    {
      error: 'says when they went: it needs "ballot": "withdrawn" or "deceased"',
      path: ["since"],
    },
  )
  .refine(({ kind = "person", lines }) => kind === "person" || lines === undefined, {
    error: "are of people only: take them out",
    path: ["lines"],
  })
  .meta({ id: "Candidate" });
const { aliases: _, ...shown } = fields;
/** A candidate as readers get them. */
export const readersCandidate = z.object(shown).meta({ id: "ReadersCandidate" });

export type Candidate = z.infer<typeof candidate>;

/** Whether somebody stands no more, though the name may still be on ballots. */
export function isOut({ ballot }: Pick<Candidate, "ballot">): boolean {
  return ballot === "withdrawn" || ballot === "deceased";
}
