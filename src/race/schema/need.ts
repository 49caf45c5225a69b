import { z } from "zod";

/** An exact part of a whole, as laws say it: "3/5". */
export const fraction = z
  .string()
  .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/, 'must be a fraction like "3/5"')
  .refine((text) => {
    const [part, whole] = partsOf(text);
    return part <= whole;
  }, "must not be more than 1");

const ONE = {
  share: fraction,
  /** More than that share; else that share is enough. */
  strict: z.boolean(),
  /** A blank ballot is one of the ballots: there it counts as No. */
  of: z.enum(["votes", "ballots", "registered"]),
} as const;
const one = z.strictObject({
  share: ONE.share,
  strict: ONE.strict.default(false),
  of: ONE.of.default("votes"),
});
/** One thing that is needed: a share of something. */
export type Needed = z.infer<typeof one>;

/** What is needed to win or to pass: one share, all of several, or any of them. */
export const need = z
  .strictObject({
    share: ONE.share.optional(),
    strict: ONE.strict.optional(),
    of: ONE.of.optional(),
    allOf: z.array(one).min(2, "needs two at least").max(5).optional(),
    anyOf: z.array(one).min(2, "needs two at least").max(5).optional(),
  })
  .refine(
    ({ share, allOf, anyOf }) => [share, allOf, anyOf].filter((x) => x !== undefined).length === 1,
    { error: "needs one of three: share, allOf or anyOf", path: ["share"] },
  )
  .refine(({ share, strict, of }) => share !== undefined || (strict ?? of) === undefined, {
    error: "strict and of belong beside a share",
    path: ["strict"],
  })
  .meta({ id: "Need" });
export type Need = z.infer<typeof need>;

/** All that a need asks for, and whether one of it is enough. */
export function neededBy(asked: Need): { readonly each: readonly Needed[]; readonly any: boolean } {
  const { share, strict = false, of = "votes", allOf, anyOf } = asked;
  if (share !== undefined) return { each: [{ share, strict, of }], any: false };
  return { each: allOf ?? anyOf ?? [], any: allOf === undefined };
}

/** "3/5" as 3 and 5. */
export function partsOf(text: string): readonly [part: number, whole: number] {
  const [part = 0, whole = 1] = text.split("/").map(Number);
  return [part, whole];
}

/** Whether `value` of `total` is that share, exactly: whole numbers are compared, nothing rounded. */
export function reaches(
  { share, strict }: Pick<Needed, "share" | "strict">,
  value: number,
  total: number,
): boolean {
  const [part, whole] = partsOf(share);
  const [have, want] = [BigInt(value) * BigInt(whole), BigInt(total) * BigInt(part)];
  return total > 0 && (strict ? have > want : have >= want);
}
