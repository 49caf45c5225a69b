import type { Feed } from "../../../race/schema/feeds.ts";
import type { RaceSource } from "../../../race/schema/race.ts";
import type { Fault } from "../../../formats/text/faults.ts";
import { type FileOptions, NOTHING_SAID } from "../../../formats/format.ts";
import type { Desk } from "../desk.ts";
import { fieldNames } from "./field-names.ts";
import type { FeedOutcome } from "./health.ts";
import type { FeedAnswer } from "./feed-answer.ts";
import type { Outcome } from "../writes/outcome.ts";
import { importFile } from "../writes/import.ts";
import { getRaceId } from "../storage/state.ts";
import { FEED_AUTHOR, type Terms } from "../writes/terms.ts";

/**
 * Asks for a feed's file, and hands what it gives to the desk as a change like any other.
 * @param taken SHA-256 of the file that was last taken in
 */
export async function takeFeed(desk: Desk, feed: Feed, taken: string | null): Promise<FeedOutcome> {
  const { url, headers, format, everySeconds, section } = feed;
  const race = await desk.bodies.race(desk.sql);
  const contests = contestsOf(feed, race);
  const answer = await desk
    .askFeed({ url, headers, format, everySeconds, contests, taken })
    .catch((error: unknown): FeedAnswer => {
      desk.report(error);
      return { kind: "failed", message: "the feed's desk was stopped", retryAfterSeconds: null };
    });
  if (answer.kind !== "changed") return answer;

  const { bytes, digest, askedAt, lastModified: asOf } = answer;
  const fields = fieldNames(new TextDecoder().decode(bytes));
  const reading = { ...NOTHING_SAID, ...saidOf(feed), asOf };
  const action = feed.apply === "merge" ? "merge" : "put";
  const id = getRaceId(desk.sql);
  const wanted = { race: id, section, action, file: bytes, reading, listsAreas: false } as const;
  try {
    return outcomeOf(await importFile(desk, wanted, termsOf(feed)), { digest, askedAt, fields });
  } catch (error) {
    desk.report(error);
    return { kind: "failed", message: "a fault of ours, which has been logged", fields };
  }
}

/** What race.json says of the feed's files. */
function saidOf(feed: Feed): Partial<FileOptions> {
  const { format, source, contest, round, population, sheet, dates, decimal, encoding } = feed;
  return { format, source, contest, round, population, sheet, dates, decimal, encoding };
}

/** The keys under which the feed's files have the race's contest, as far as anybody says. */
function contestsOf({ contest, format }: Feed, race: RaceSource | null): readonly string[] {
  if (contest !== null) return [contest];
  const prefix = `${format}:`;
  return (race?.contests ?? [])
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}

function outcomeOf(
  outcome: Outcome,
  { fields, ...told }: Omit<Extract<FeedOutcome, { readonly kind: "changed" }>, "kind">,
): FeedOutcome {
  switch (outcome.kind) {
    case "imported":
      return outcome.sections.every(({ status }) => status === "unchanged")
        ? { kind: "unmodified", ...told }
        : { kind: "changed", ...told, fields };
    case "faulty":
      return { kind: "failed", message: outcome.faults.map(inWords).join("; "), fields };
    default:
      return { kind: "failed", message: `the desk refused it: ${outcome.kind}`, fields };
  }
}

function inWords({ line, column, field, message }: Fault): string {
  const place = line === null ? "" : `line ${line}${column === null ? "" : `:${column}`} `;
  return `${place}${field === null ? "" : `${field} `}${message}`;
}

function termsOf({ id }: Feed): Terms {
  return {
    author: `${FEED_AUTHOR}${id}`,
    ifMatch: null,
    mustBeNew: false,
    note: null,
    correction: null,
    dryRun: false,
    idempotency: null,
  };
}
