import { type ResultsSource, WHOLE_CONTEST } from "../../race/sections/results/source.ts";
import { areaKey } from "../../race/sections/results/listed-areas.ts";
import { resolveAreas } from "./areas.ts";
import { fault, type ReadResult } from "../text/faults.ts";

/**
 * Puts several files of one contest together, each with areas of its own: three counties' returns
 * are one district. An area that two of them have is refused, since its votes would count twice.
 */
export function joinResults(parts: readonly ResultsSource[]): ReadResult<ResultsSource> {
  const owner = new Map<string, number>();
  const twice = new Set<string>();
  for (const [i, part] of parts.entries())
    for (const row of part.counts) {
      const key = `${row.round} ${areaKey(row.area)}`;
      if ((owner.get(key) ?? i) !== i) twice.add(row.area);
      owner.set(key, i);
    }
  const whole =
    parts.length > 1 && parts.some((p) => p.counts.some((r) => r.area === WHOLE_CONTEST));
  if (whole) twice.add(WHOLE_CONTEST);
  if (twice.size > 0)
    return {
      ok: false,
      faults: [...twice].map((name) =>
        fault(
          name === WHOLE_CONTEST
            ? "one of the files has the whole contest, so the others would be counted twice: load it alone"
            : `${name} is in more than one of the files: load it once`,
        ),
      ),
    };
  const area = resolveAreas(new Set(parts.flatMap((part) => part.counts.map((row) => row.area))));
  const counts = parts.flatMap((part) =>
    part.counts.map((row) => ({ ...row, area: area(row.area) })),
  );
  return { ok: true, value: { counts }, warnings: [] };
}
