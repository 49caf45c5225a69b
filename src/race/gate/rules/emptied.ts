import { SECTIONS } from "../../sections/index.ts";
import type { Finding, GateRule, Proposal } from "../doubt.ts";
import { rowsOf } from "../rows.ts";

/** A file with a header and no rows, as a feed sends it on a bad day. */
export const emptied = {
  name: "emptied",
  sentence: "a section that loses all its numbers at once; calls may go",
  example: "a results file with a header and no rows",
  meanwhile: "the section as it was",
  find: emptiedSections,
} as const satisfies GateRule;

function emptiedSections({ before, after, withdraws }: Proposal): Finding[] {
  if (withdraws) return [];
  // Taking a call back is never held: that would keep a false winner up.
  return SECTIONS.filter((section) => section !== "calls").flatMap((section) => {
    const counted = rowsOf(before, section).some((row) => row["value"] !== 0);
    if (!counted || rowsOf(after, section).length > 0) return [];
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
