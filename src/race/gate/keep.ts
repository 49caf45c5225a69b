import type { RaceData } from "../schema/data.ts";
import { SECTIONS } from "../sections/index.ts";
import type { Doubts } from "./doubts.ts";
import { fieldOf, withField } from "./fields.ts";
import { partOf, replaceParts, rowsOf, withRows } from "./rows.ts";

/** What a race would become, with everything in doubt as it was before. */
export function keepDoubted(before: RaceData | null, after: RaceData, doubts: Doubts): RaceData {
  let kept = after;
  for (const { section, parts } of doubts.values())
    if (section === "race" && parts !== "all")
      for (const path of parts) {
        const was = before === null ? undefined : fieldOf(before.race, path);
        kept = { ...kept, race: withField(kept.race, path, was) };
      }
  for (const section of SECTIONS) {
    const open = [...doubts.values()].filter((doubt) => doubt.section === section);
    if (open.length === 0) continue;
    if (open.some(({ parts }) => parts === "all")) {
      kept = { ...kept, [section]: before?.[section] ?? null };
      continue;
    }
    const doubted = new Set(open.flatMap(({ parts }) => (parts === "all" ? [] : [...parts])));
    const dropped = new Set(open.flatMap((doubt) => [...doubt.dropped]));
    const was = rowsOf(before, section).filter((row) => {
      const part = partOf(section, row);
      return doubted.has(part) && !dropped.has(part);
    });
    const rows = replaceParts(
      section,
      rowsOf(kept, section),
      new Set([...doubted, ...dropped]),
      was,
    );
    const isNothing = rows.length === 0 && (before?.[section] ?? null) === null;
    kept = withRows(kept, section, isNothing ? null : rows);
  }
  return kept;
}
