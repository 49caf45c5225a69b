import type { Section } from "../../race/sections/index.ts";
import type { FileRequest } from "../format.ts";
import { type ReadResult, refused } from "../text/faults.ts";

/**
 * The section that a file of our own is for: what was said, or else what it seems to be. Refused
 * where the two contradict each other, and where nobody says.
 */
export function ownSection(
  title: string,
  seems: Section | null,
  { section }: Pick<FileRequest, "section">,
): ReadResult<Section> {
  const chosen = section ?? seems;
  if (chosen === null) return refused("the file may be of several sections: say which it is for");
  if (seems !== null && seems !== chosen)
    return refused(`this is ${title} for ${seems}, and was sent for ${chosen}`);
  return { ok: true, value: chosen, warnings: [] };
}
