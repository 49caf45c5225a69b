import type { RaceData } from "../../../../src/race/schema/data.ts";
import { has, type Readers } from "./readers.ts";

// What no count may do before readers' eyes, said of what they see: none of the rules' code.

export function falls(was: Readers, is: Readers, most: Map<string, number>): string[] {
  const wrong: string[] = [];
  for (const [candidate, votes] of was.whole) {
    const high = Math.max(votes, most.get(candidate) ?? 0);
    const now = is.whole.get(candidate) ?? 0;
    if (high - now > 0.002 * Math.max(was.contest, high) + 1e-9 && now < votes)
      wrong.push(`${candidate} falls from ${votes} (${high}) to ${now} of ${was.contest}`);
    most.set(candidate, now >= high ? now : high);
  }
  for (const [area, { votes, total }] of was.areas) {
    for (const [candidate, old] of votes) {
      const now = is.areas.get(area)?.votes.get(candidate) ?? 0;
      if (old - now > Math.max(0.002 * total, 25))
        wrong.push(`${area}: ${candidate} ${old} to ${now}`);
    }
  }
  return wrong;
}

export function digits(is: Readers, last: ReadonlyMap<string, number>): string[] {
  return [...is.areas].flatMap(([area, { votes }]) =>
    [...votes].flatMap(([candidate, now]) => {
      const old = last.get(`${area}/${candidate}`) ?? 0;
      const pattern = new RegExp(`^${[...String(old)].join("\\d?")}$`);
      const longer = String(now).length === String(old).length + 1;
      const spliced = [...String(now)].some(
        (_, i, all) => all.filter((__, j) => j !== i).join("") === String(old),
      );
      return old >= 1000 && longer && (spliced || pattern.test(String(now)))
        ? [`${area}: ${candidate} ${old} with a digit more: ${now}`]
        : [];
    }),
  );
}

export function overRegistered(
  was: Readers,
  is: Readers,
  before: RaceData,
  after: RaceData,
): string[] {
  const over = ({ areas }: Readers, { race }: RaceData) =>
    [...areas].flatMap(([area, { registered, total }]) => {
      const known = registered ?? race.areas.find(({ name }) => name === area)?.registered ?? null;
      return known !== null && total > known ? [area] : [];
    });
  const already = over(was, before);
  return over(is, after)
    .filter((area) => !already.includes(area))
    .map((area) => `${area}: more votes than registered`);
}

export function daysFall(was: Readers, is: Readers): string[] {
  return [...was.days].flatMap(([date, old]) => {
    const now = is.days.get(date);
    return now !== undefined && old - now > 0.002 * old ? [`${date}: ${old} to ${now}`] : [];
  });
}

export function jumps(was: Readers, is: Readers, { race }: RaceData): string[] {
  return [...was.areas].flatMap(([area, { votes }]) =>
    [...votes].flatMap(([candidate, old]) => {
      const now = is.areas.get(area)?.votes.get(candidate) ?? 0;
      return old >= 1000 && now > old * race.gate.jumpFactor
        ? [`${area}: ${candidate} jumps from ${old} to ${now}`]
        : [];
    }),
  );
}

/** A round that is new needs one before it in which nobody had more than half, or a caller's word. */
export function newRounds(was: Readers, is: Readers, { race }: RaceData): string[] {
  const counted = ({ rounds: all }: Readers) => all.filter(({ votes }) => (votes ?? 0) > 0);
  const known = new Set(counted(was).map(({ n }) => n));
  return counted(is)
    .filter(({ n }) => n > 1 && !known.has(n))
    .flatMap(({ n }) => {
      const last = counted(is).find((one) => one.n === n - 1);
      if (!last) return [`round ${n} without the one before it`];
      const sent = is.document.calls?.some(
        (call) =>
          call.round === n - 1 && (call.outcome === "runoff" || call.outcome === "advances"),
      );
      const most = Math.max(...last.candidates.map(({ votes }) => votes ?? 0));
      const nobody = race.rule === "majority_runoff" && 2 * most <= (last.votes ?? 0);
      return sent || nobody ? [] : [`round ${n} that nothing asks for`];
    });
}

/** Ten minutes are what clocks may differ by. */
export function future(before: RaceData, after: RaceData, now: string): string[] {
  const ahead = (after.results?.counts ?? []).filter(
    (row) =>
      Date.parse(row.asOf) > Date.parse(now) + 600_000 && !has(before.results?.counts ?? [], row),
  );
  return ahead.map(({ area, asOf }) => `${area}: a count of ${asOf}`);
}
