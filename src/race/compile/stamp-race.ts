import { audible } from "./quiet.ts";
import type { RaceData } from "../schema/data.ts";
import { type Compiled, type CompileContext, marksOf, type Stamp } from "./compile-race.ts";

/**
 * A compiled race with other counters, times, promises of freshness and corrections. The numbers
 * stay, so nothing is computed again: `stampRace(compileRace(data, a), data, b)` says what
 * `compileRace(data, { ...b, now: a.now })` says.
 */
export function stampRace(
  { document, sections }: Compiled,
  { race }: RaceData,
  context: Omit<CompileContext, "now">,
): Compiled {
  const { revision, publication, updatedAt } = context;
  const stamps: Readonly<Partial<Record<string, Stamp>>> = context.sections ?? {};
  const promises: Readonly<Partial<Record<string, string | null>>> = context.freshUntil ?? {};
  const promised = (name: string) => (race.asOf === null ? (promises[name] ?? null) : null);
  return {
    document: {
      ...document,
      asOf: race.asOf ?? updatedAt,
      corrections: audible(context.corrections ?? race.corrections, document.quiet),
      ...marksOf(context, document.quiet),
      revision,
      publication,
      updatedAt,
      staleAfter: Object.fromEntries(
        Object.keys(document.staleAfter).map((name) => [name, promised(name)]),
      ),
    },
    sections: Object.fromEntries(
      Object.entries(sections).map(([name, body]) => {
        const stamp = stamps[name] ?? context;
        return [name, { ...body, revision: stamp.revision, updatedAt: stamp.updatedAt }];
      }),
    ),
  };
}
