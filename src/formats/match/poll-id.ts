/** A pollster's part of an id; with dates and population the id stays below 100 characters. */
const MAX_SLUG_LENGTH = 60;

const MAX_LENGTH = 100;

/**
 * An id for a poll whose source gives it none: `trafalgar-group-2017-06-17-2017-06-18-lv`. The same
 * pollster, days and population always give the same id.
 */
export function pollId(
  pollster: string,
  days: readonly string[],
  population: string | null,
): string {
  const slug = pollster
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/^-|-$/g, "");
  const parts = [slug || "poll", ...new Set(days), population ?? ""];
  // Days and populations that are none are faults of their own cells, and not of the id.
  return parts
    .filter((part) => part !== "")
    .join("-")
    .replace(/[^A-Za-z0-9._:-]+/g, "-")
    .slice(0, MAX_LENGTH);
}
