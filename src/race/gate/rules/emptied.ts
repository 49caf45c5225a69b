import type { RaceData } from "../../schema/data.ts";
import { type Section, SECTIONS } from "../../sections/index.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { type Row, rowsOf } from "../rows.ts";

/** A file with a header and no rows, as a feed sends it on a bad day. */
export const emptied = {
  name: "emptied",
  sentence: "a section that loses all its numbers at once; calls may go",
  example: "a results file with a header and no rows",
  meanwhile: "the section as it was",
  find: emptiedSections,
} as const satisfies GateRule;

/** Results that say how many are registered, and no more, count nobody. */
function isCounted(section: Section, { measure }: Row): boolean {
  return section !== "results" || measure === "votes" || measure === "ballots";
}

function emptiedSections({ before, after, withdraws }: Proposal): Finding[] {
  if (withdraws) return [];
  // Taking a call back is never held: that would keep a false winner up.
  return SECTIONS.filter((section) => section !== "calls").flatMap((section) => {
    const counted = (data: RaceData | null) =>
      rowsOf(data, section).filter((row) => isCounted(section, row));
    if (counted(after).length > 0 || counted(before).every(({ value }) => value === 0)) return [];
    return [
      {
        section,
        scope: "all",
        parts: "all" as const,
        place: {},
        path: section,
        message: `all ${section} would be gone`,
      },
    ];
  });
}
