import type { DeskSummary, FeedHealth } from "./desk-answers.ts";

/** One thing that was looked at. */
export type Finding = { readonly about: string; readonly well: boolean; readonly message: string };

/** Publishing takes seconds; what is older than this is stuck. */
const MAX_LAG_SECONDS = 60;

/**
 * What a desk's state and what readers get say about a race together.
 * @param summary null where the desk holds nothing
 * @param published what KV answers; null where it has no such race
 */
export function diagnose(
  race: string,
  summary: DeskSummary | null,
  published: { readonly etag: string | null } | null,
): readonly Finding[] {
  if (summary === null)
    return [
      published === null
        ? bad(race, `there is no such race: topline push its folder`)
        : bad(
            race,
            `readers see it, but no desk holds it: topline push its folder, to be able to change it`,
          ),
    ];
  const findings = [publishing(race, summary, published)];
  if (summary.held > 0)
    findings.push(bad(race, `${summary.held} held, waiting to be looked at: topline held ${race}`));
  return [...findings, ...summary.feeds.map((feed) => feedFinding(race, feed))];
}

function publishing(
  race: string,
  { revision, publishing: state }: DeskSummary,
  published: { readonly etag: string | null } | null,
): Finding {
  const { behind, lagSeconds, lastError, failures, publication, pending } = state;
  const error =
    failures > 0 && lastError ? `; KV said: ${lastError.message} (${failures} times)` : "";
  if (lagSeconds > MAX_LAG_SECONDS || error !== "")
    return bad(
      race,
      `readers are ${behind} revisions and ${lagSeconds} s behind r${revision}${error}`,
    );
  if (pending) return ok(race, `r${revision} is on its way to readers`);
  if ((publication?.etag ?? null) !== (published?.etag ?? null))
    return bad(
      race,
      `KV doesn't have what the desk published. It may be a minute late; if this stays: curl -X POST …/v1/races/${race}/desk/republish`,
    );
  return ok(race, `readers have everything up to r${revision}`);
}

function feedFinding(race: string, feed: FeedHealth): Finding {
  const { lastSuccess, consecutiveFailures, lastError, missing } = feed;
  const about = `${race}, feed ${feed.feed}`;
  const since = lastSuccess === null ? "it never succeeded" : `last success ${lastSuccess}`;
  if (consecutiveFailures > 0)
    return bad(about, `failed ${consecutiveFailures} times, ${since}: ${lastError?.message ?? ""}`);
  if (missing.length > 0)
    return bad(
      about,
      `the file no longer has ${missing.join(", ")}: see whether its reader still fits`,
    );
  return ok(about, lastSuccess === null ? "not asked yet" : since);
}

function ok(about: string, message: string): Finding {
  return { about, well: true, message };
}

function bad(about: string, message: string): Finding {
  return { about, well: false, message };
}
