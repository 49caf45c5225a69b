import { correctedFigures, figureIn } from "../../../race/logs/corrected-figures.ts";
import { dataKey } from "../storage/bodies.ts";
import { bodyOf } from "../storage/log.ts";
import type { CorrectedSince } from "../storage/public-log.ts";
import type { Sound } from "./judge.ts";
import type { Turn } from "./take-turn.ts";

/** A correction that changes more figures than these is told in its own words alone. */
const MAX_FIGURES = 100;
/** How much of a section's past is read to find since when a figure has been wrong. */
const MAX_BYTES_READ = 64 * 1024 * 1024;

/**
 * What a correction puts right: figures that readers get and that change with it, each with the
 * revision since which it had been so. The past is read backwards until all are found.
 */
export async function wrongFigures(
  { door, desk, current }: Turn,
  { before, after, proposal: { section } }: Sound,
): Promise<readonly CorrectedSince[]> {
  if (!desk || !before || !after || section === "race") return [];
  const was = door.compiled.get(before, dataKey(current.heads), door.now());
  const wrong = correctedFigures(section, was.sections, after.compiled.sections);
  if (wrong.length > MAX_FIGURES) return [];
  const since = wrong.map(() => current.heads[section]?.n ?? 0);
  const open = new Set(wrong.keys());
  let read = 0;
  for (const { n, bytes } of earlier(desk.sql, section, since[0] ?? 0)) {
    read += bytes;
    if (open.size === 0 || read > MAX_BYTES_READ) break;
    const stored = await bodyOf(desk.sql, n);
    const body: unknown = stored && JSON.parse(new TextDecoder().decode(stored));
    for (const i of open) {
      const figure = wrong[i];
      const field =
        figure?.candidate && figure.field === "shares"
          ? `shares.${figure.candidate}`
          : figure?.field;
      if (figure && figureIn(section, body, figure.key, field ?? "") === figure.was) since[i] = n;
      else open.delete(i);
    }
  }
  return wrong.map(({ key: _, ...figure }, i) => ({ ...figure, since: since[i] ?? 0 }));
}

/** A section's revisions before one of them, newest first, with the lengths of their bodies. */
function earlier(sql: SqlStorage, section: string, n: number) {
  return sql.exec<{ n: number; bytes: number }>(
    "SELECT n, bytes FROM revisions WHERE section = ? AND n < ? ORDER BY n DESC",
    section,
    n,
  );
}
