import { checkRaceData } from "../../../../src/race/check.ts";
import { compileRace } from "../../../../src/race/compile/compile-race.ts";
import type { RaceData } from "../../../../src/race/schema/data.ts";

/**
 * What readers must never see, said of documents alone: this file knows the manual's table and none
 * of the rules' code.
 */
export type Seen = {
  readonly before: RaceData;
  readonly after: RaceData;
  readonly now: string;
  /** The most that readers have seen of each number since it was last certain. */
  readonly most: Map<string, number>;
};

type Readers = ReturnType<typeof documentOf>;

function documentOf(data: RaceData, now: string) {
  const stamp = { now, updatedAt: now, revision: 1, publication: 1 };
  const { document, sections } = compileRace(data, stamp);
  const [round] = document.results?.rounds ?? [];
  const whole = new Map(round?.candidates.map(({ candidate, votes }) => [candidate, votes ?? 0]));
  const areas = new Map(
    (sections.results?.areas ?? []).map((area) => [
      area.area,
      {
        registered: area.registered,
        votes: new Map(area.candidates.map(({ candidate, votes }) => [candidate, votes ?? 0])),
      },
    ]),
  );
  const contest = [...whole.values()].reduce((sum, votes) => sum + votes, 0);
  return { document, whole, areas, contest, polls: document.polls?.count ?? 0 };
}

/** What is wrong with a change, in words; empty when a reader may see it. */
export function forbidden({ before, after, now, most }: Seen): string[] {
  const checked = checkRaceData(after);
  if (!checked.ok)
    return [`what was accepted doesn't hold together: ${checked.issues[0]?.message}`];
  const [was, is] = [documentOf(before, now), documentOf(after, now)];
  const hadNumbers = was.contest > 0 || was.polls > 0;
  const closes = Date.parse(was.document.voting.closes);
  const isOpen = Math.min(Date.parse(now), Date.parse(before.race.asOf ?? now)) < closes;
  const wrong: string[] = [];
  if (isOpen && was.contest === 0 && is.contest > 0) wrong.push("votes before the close");
  if (was.document.certified.length === 0) wrong.push(...falls(was, is, most));
  wrong.push(...digits(was, is), ...overRegistered(was, is), ...calls(was, is, isOpen));
  if (was.polls - is.polls > 1 && is.polls * 2 < was.polls) wrong.push("most polls are gone");
  if (hadNumbers) wrong.push(...basis(was, is, before, after));
  const certified = is.document.certified.filter((c) => !has(was.document.certified, c));
  if (certified.some(({ at }) => Date.parse(at) < closes)) wrong.push("certified before the close");
  return wrong;
}

function falls(was: Readers, is: Readers, most: Seen["most"]): string[] {
  const wrong: string[] = [];
  for (const [candidate, votes] of was.whole) {
    const high = Math.max(votes, most.get(candidate) ?? 0);
    const now = is.whole.get(candidate) ?? 0;
    if (high - now > 0.002 * Math.max(was.contest, high) + 1e-9 && now < votes)
      wrong.push(`${candidate} falls from ${votes} (${high}) to ${now} of ${was.contest}`);
    most.set(candidate, now >= high ? now : high);
  }
  for (const [area, { votes }] of was.areas) {
    const total = [...votes.values()].reduce((sum, n) => sum + n, 0);
    for (const [candidate, old] of votes) {
      const now = is.areas.get(area)?.votes.get(candidate) ?? 0;
      if (old - now > Math.max(0.002 * total, 25))
        wrong.push(`${area}: ${candidate} ${old} to ${now}`);
    }
  }
  return wrong;
}

function digits(was: Readers, is: Readers): string[] {
  return [...was.areas].flatMap(([area, { votes }]) =>
    [...votes].flatMap(([candidate, old]) => {
      const now = is.areas.get(area)?.votes.get(candidate) ?? old;
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

function overRegistered(was: Readers, is: Readers): string[] {
  const over = ({ areas }: Readers) =>
    [...areas].flatMap(([area, { registered, votes }]) => {
      const total = [...votes.values()].reduce((sum, n) => sum + n, 0);
      return registered !== null && registered !== undefined && total > registered ? [area] : [];
    });
  const before = over(was);
  return over(is)
    .filter((area) => !before.includes(area))
    .map((area) => `${area}: more votes than registered`);
}

function calls(was: Readers, is: Readers, isOpen: boolean): string[] {
  const fresh = (is.document.calls ?? []).filter((call) => !has(was.document.calls ?? [], call));
  const winners = new Set((is.document.calls ?? []).map(({ candidate }) => candidate));
  const wrong: string[] = [];
  if (fresh.length > 0 && isOpen) wrong.push("a call before the close");
  if (fresh.length > 0 && winners.size > 1) wrong.push("two winners");
  const lead = Math.max(0, ...is.whole.values());
  for (const { candidate } of fresh)
    if (candidate !== null && is.contest > 0 && (is.whole.get(candidate) ?? 0) < lead)
      wrong.push(`${candidate} is called and trails`);
  return wrong;
}

function basis(was: Readers, is: Readers, before: RaceData, after: RaceData): string[] {
  const wrong: string[] = [];
  if (was.document.test && !is.document.test) wrong.push("the test mark is gone");
  if (Date.parse(is.document.voting.closes) < Date.parse(was.document.voting.closes))
    wrong.push("polls close earlier");
  for (const field of ["timeZone", "rule"] as const)
    if (was.document[field] !== is.document[field]) wrong.push(`another ${field}`);
  if (before.race.asOf !== after.race.asOf) wrong.push("another clock");
  const names = ({ document }: Readers) =>
    JSON.stringify(document.candidates.map(({ id, name, party }) => [id, name, party]).toSorted());
  if (names(was) !== names(is)) wrong.push("other candidates");
  return wrong;
}

function has(list: readonly unknown[], item: unknown): boolean {
  return list.some((other) => JSON.stringify(other) === JSON.stringify(item));
}
