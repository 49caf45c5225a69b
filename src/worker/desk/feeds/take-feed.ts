import type { Feed } from "../../../race/schema/feeds.ts";
import type { Fault } from "../../../formats/text/faults.ts";
import type { Desk } from "../desk.ts";
import { FEED_MAX_BYTES, FEED_TIMEOUT_MS, fetchFeed, type Validators } from "./fetch-feed.ts";
import { fieldNames } from "./field-names.ts";
import type { FeedOutcome } from "./health.ts";
import type { Outcome } from "../writes/outcome.ts";
import { OWN_JSON } from "../writes/read-body.ts";
import { getRaceId } from "../storage/state.ts";
import { FEED_AUTHOR, type Terms } from "../writes/terms.ts";
import { change } from "../writes/write.ts";

/** Asks a feed's source, and hands what it gives to the desk as a change like any other. */
export async function takeFeed(
  desk: Desk,
  feed: Feed,
  previous: Validators | null,
): Promise<FeedOutcome> {
  const { fetch, feedPolicy: policy } = desk;
  const io = { fetch, policy, timeoutMs: FEED_TIMEOUT_MS, maxBytes: FEED_MAX_BYTES };
  const fetched = await fetchFeed(feed, previous, io);
  if (fetched.kind !== "changed") return fetched;

  const { bytes, validators } = fetched;
  const fields = fieldNames(new TextDecoder().decode(bytes));
  const { section, format, source, contest, round, population } = feed;
  const asOf = fetched.lastModified;
  const reading = { ...OWN_JSON, format, source, contest, round, population, asOf };
  const action = feed.apply === "merge" ? "merge" : "put";
  const wanted = { race: getRaceId(desk.sql), section, action, file: bytes, reading } as const;
  try {
    return outcomeOf(await change(desk, wanted, termsOf(feed)), validators, fields);
  } catch (error) {
    desk.report(error);
    return { kind: "failed", message: "a fault of ours, which has been logged", fields };
  }
}

function outcomeOf(
  outcome: Outcome,
  validators: Validators,
  fields: readonly string[] | null,
): FeedOutcome {
  switch (outcome.kind) {
    case "stored":
    case "held":
      return { kind: "changed", validators, fields };
    case "unchanged":
      return { kind: "unmodified", validators };
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
