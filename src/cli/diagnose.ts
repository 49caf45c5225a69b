import type { DeskSummary, FeedState } from "../contract/desk/summary.ts";

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

/** Whether readers get what the desk published last. */
export function isInStep(
  publication: { readonly etag: string | null } | null,
  published: { readonly etag: string | null } | null,
): boolean {
  return (publication?.etag ?? null) === (published?.etag ?? null);
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
  if (!isInStep(publication, published))
    return bad(
      race,
      `readers don't get what the desk published. KV may be a minute late; if this stays: topline doctor ${race} --republish`,
    );
  return ok(race, `readers have everything up to r${revision}`);
}

function feedFinding(race: string, feed: FeedState): Finding {
  const { id, lastSuccess, failures, problem, drift } = feed;
  const about = `${race}, feed ${id}`;
  const since = lastSuccess === null ? "it never succeeded" : `last success ${lastSuccess}`;
  if (failures > 0) return bad(about, `failed ${failures} times, ${since}: ${problem ?? ""}`);
  if (drift.length > 0)
    return bad(
      about,
      `its files have changed, see whether they still say it all: ${drift.join(", ")}`,
    );
  return ok(about, lastSuccess === null ? "not asked yet" : since);
}

function ok(about: string, message: string): Finding {
  return { about, well: true, message };
}

function bad(about: string, message: string): Finding {
  return { about, well: false, message };
}
