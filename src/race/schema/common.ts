import { z } from "zod";
import { UNSEEN } from "../unseen.ts";

/** A race's id, also part of its storage key and address: `us-ga-06-2017-runoff`. */
export const raceId = z
  .string()
  .regex(/^[a-z0-9-]{3,64}$/, "must be 3 to 64 characters of a-z, 0-9 and hyphen")
  .meta({ id: "RaceId", examples: ["us-ga-06-2017-runoff"] });

/** An id that is unique inside one race: a candidate, a source, a poll. */
export const localId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, "must be 1 to 100 letters, digits and . _ : -");

/** A calendar date in the race's time zone, `YYYY-MM-DD`. */
export const date = z.iso.date("must be a date like 2017-06-20");

/** A moment, ISO 8601 with its zone: `2017-06-20T07:00:00-04:00`. */
export const instant = z.iso.datetime({
  offset: true,
  error: "must be a time with its zone, like 2017-06-20T07:00:00-04:00",
});

/** Either a date or a moment: how precisely a source says when its number was true. */
export const asOf = z.union([date, instant], "must be a date or a time with its zone");

/** Percent, 0 to 100. One poll's shares are held to one decimal or as the pollster printed them. */
export const percent = z.number().min(0, "must be 0 or more").max(100, "must be 100 or less");

/** A counted number of things: never negative, never a fraction. */
export const count = z.int("must be a whole number").min(0, "must be 0 or more");

/** Dollars, to the cent. Independent spending can be refunded, a total can't fall below 0. */
export const dollars = z.number().min(0, "must be 0 or more");

/** One line of text that a reader may see, without what `unseen.ts` tells of. */
export const line = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(300, "must be 300 characters or fewer")
  .refine(
    (text) => text.search(UNSEEN) === -1,
    "must be one line, without control characters and marks that force a writing direction",
  );

/** A language's tag (BCP 47): `en`, `es`, `pt-BR`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "must be a language's tag, like en or es-MX");

/** The same text in one language or more, by tag. */
export const wording = z
  .record(languageTag, line)
  .refine((texts) => Object.keys(texts).length > 0, "needs a text in one language at least")
  .meta({ id: "Wording" });

/** An address on the web. Only http(s): a `javascript:` link must never reach a card. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be an http or https address",
});

export type Wording = z.infer<typeof wording>;

/** How a ballot was cast. `unspecified` is a count whose source doesn't say. */
export const MODES = [
  "early_in_person",
  "absentee_mail",
  "election_day",
  "provisional",
  "unspecified",
] as const;
export const mode = z.enum(MODES, `must be one of ${MODES.join(", ")}`);
export type Mode = z.infer<typeof mode>;

/** One candidate's share in percent. */
export const share = z.strictObject({ candidate: localId, share: percent }).meta({ id: "Share" });
export type Share = z.infer<typeof share>;
