import type { DeskList, Stored } from "../contract/desk/desks.ts";
import type { DeskSummary, FeedState } from "../contract/desk/summary.ts";

/** One thing that was looked at. */
export type Finding = { readonly about: string; readonly well: boolean; readonly message: string };

/**
 * What a desk's state and what readers get say about a race together.
 * @param summary null where the desk holds nothing
 * @param published what KV answers; null where it has no such race
 * @param stored what KV has of all the race's keys; null where the desk holds nothing
 */
export function diagnose(
  race: string,
  summary: DeskSummary | null,
  published: { readonly etag: string | null } | null,
  stored: Stored | null,
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
  if (!summary.publishing.pending && stored !== null) findings.push(...keyFindings(race, stored));
  if (summary.held > 0)
    findings.push(bad(race, `${summary.held} held, waiting to be looked at: topline held ${race}`));
  findings.push(...summary.faults.map((what) => bad(race, what)));
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
  const { behind, lagSeconds, lastError, failures, stuckSince, publication, pending } = state;
  const error =
    failures > 0 && lastError ? `; KV said: ${lastError.message} (${failures} times)` : "";
  if (stuckSince !== null || error !== "") {
    const stuck = stuckSince === null ? "" : `stuck since ${stuckSince}: `;
    return bad(
      race,
      `${stuck}readers are ${behind} revisions and ${lagSeconds} s behind r${revision}${error}`,
    );
  }
  if (pending) return ok(race, `r${revision} is on its way to readers`);
  if (!isInStep(publication, published))
    return bad(
      race,
      `readers don't get what the desk published. KV may be a minute late; if this stays: topline doctor ${race} --republish`,
    );
  return ok(race, `readers have everything up to r${revision}`);
}

/** Keys that every reader may ask for, and that KV has lost or has in another version. */
function keyFindings(race: string, { missing, different, unexpected }: Stored): Finding[] {
  const mend = `topline doctor ${race} --republish`;
  return [
    ...missing.map((key) => bad(race, `KV has lost ${key}: ${mend}`)),
    ...different.map((key) => bad(race, `KV has another version of ${key}: ${mend}`)),
    ...unexpected.map((key) => bad(race, `KV has ${key}, which was taken away: ${mend}`)),
  ];
}

/** What is wrong with a Worker's settings. */
export function diagnoseSettings({
  complete,
  brokenTokens,
  ignoredFeedHosts,
}: Omit<DeskList, "desks">): readonly Finding[] {
  return [
    ...brokenTokens.map((name) =>
      bad("settings", `${name} holds no token: make one again with topline token`),
    ),
    ...ignoredFeedHosts.map((host) =>
      bad("settings", `${host} in TOPLINE_FEED_HOSTS is no host that feeds may name`),
    ),
    ...(complete
      ? []
      : [
          bad("registry", "KV can't be listed, so that races of version 0.1.0 may be missing here"),
        ]),
  ];
}

function feedFinding(race: string, feed: FeedState): Finding {
  const { id, lastSuccess, failures, problem, overdueSince, drift } = feed;
  const about = `${race}, feed ${id}`;
  const since = lastSuccess === null ? "it never succeeded" : `last success ${lastSuccess}`;
  if (failures > 0) return bad(about, `failed ${failures} times, ${since}: ${problem ?? ""}`);
  if (problem !== null) return bad(about, `can't be asked: ${problem}`);
  if (overdueSince !== null)
    return bad(about, `should have been asked at ${overdueSince} and wasn't, ${since}`);
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
