import { z } from "zod";

/** A poll as VoteHub lists it: one question. What is checked with the poll itself stays unknown. */
export const listedPoll = z.object(
  {
    id: z.union([z.string().min(1), z.number()], "must be the poll's id"),
    poll_type: z.string("must be text, like governor"),
    /** "2026 Georgia"; of a primary "2026 Texas Democratic". */
    subject: z.string("must be text, like 2026 Georgia"),
    seat_name: z.string().nullish(),
    pollster: z.unknown().optional(),
    sponsors: z.unknown().optional(),
    internal: z.unknown().optional(),
    partisan: z.unknown().optional(),
    start_date: z.unknown().optional(),
    end_date: z.unknown().optional(),
    sample_size: z.unknown().optional(),
    population: z.unknown().optional(),
    url: z.unknown().optional(),
    created_at: z.unknown().optional(),
    answers: z.unknown().optional(),
  },
  "must be a poll in braces",
);
export type ListedPoll = z.infer<typeof listedPoll>;

/** What the address gives: a list, which some clients see under `polls`. */
export function listIn(answer: unknown): readonly unknown[] | null {
  if (Array.isArray(answer)) return answer;
  const polls = (answer as { polls?: unknown } | null)?.polls;
  return Array.isArray(polls) ? polls : null;
}
