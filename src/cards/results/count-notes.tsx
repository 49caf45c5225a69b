import { textFor } from "../../wording/text-for.ts";
import { isEarly } from "../../race/statements/is-early.ts";
import { percentOf, shareOf, wholeOf } from "./figures.ts";
import { certifiedBy, type Count, namesOf } from "./results-facts.ts";

/** What else there is to say: how many took part, who called or certified it, and what decides. */
export function CountNotes(count: Count) {
  const { race, results, round, calls, line, say, language } = count;
  const { others, ballots, registered, turnout } = round;
  const { marks, write } = language;
  const tags = [marks.tag, ...race.languages];
  const certified = certifiedBy(race);
  const leftOut = (["precincts", "ballots", "registered"] as const).flatMap((figure) => {
    const notes = results.notes.filter((note) => note.round === round.n && note.figure === figure);
    return notes.length > 0 ? [[figure, notes] as const] : [];
  });
  const when = (at: string) => write.when(at, race.timeZone);
  const own = ({ section }: { readonly section: string }) =>
    section === "results" || section === "calls";
  const placeOf = (area: string | undefined) => (area && area !== "total" ? area : null);
  const reviewed = new Map(
    race.underReview.filter(own).map(({ area, since }) => [placeOf(area), since]),
  );
  const lines: readonly (string | false | null)[] = [
    ...(race.notices ?? []).map(({ at, area, text }) =>
      [`${when(at)}:`, area && `${area}:`, typeof text === "string" ? text : textFor(text, tags)]
        .filter(Boolean)
        .join(" "),
    ),
    ...race.paused.filter(own).map(({ text, since }) => `${text} (${when(since)})`),
    ...Array.from(reviewed, ([area, since]) => say.review(area, when(since))),
    ...race.pins
      .filter(own)
      .map(({ area, since, why }) => say.pinned(placeOf(area), when(since), why)),
    ...(results.remarks ?? []).map((remark) => textFor(remark, tags)),
    apartIn(count),
    ballots !== null &&
      say.ballots(ballots) +
        (turnout !== null && registered !== null
          ? say.ofRegistered(write.percent(write.share(turnout)), registered)
          : ""),
    others !== null &&
      others.votes > 0 &&
      say.others(
        others.votes,
        shareOf(others, round.votes, language),
        others.largest && `${others.largest.name} (${say.counted(others.largest.votes)})`,
      ),
    ...leftOut.map(([figure, notes]) =>
      say.leftOut(
        figure,
        notes.map(({ area }) => area ?? race.jurisdiction.name),
      ),
    ),
    ...calls.map(({ candidates, calls: made }) =>
      say.calledBy(
        candidates.size > 0 ? namesOf(candidates, count) : [race.office],
        made.map(({ caller, at }) => ({ caller, when: when(at) })),
      ),
    ),
    certified
      ? say.certifiedBy(certified.by, when(certified.at))
      : calls.length === 0 && !race.callState && race.rule !== "list" && say.notCalled,
    line !== null &&
      (race.need ? say.needed(write.percent(write.points(percentOf(line)))) : say.majority),
  ];
  return (
    // New numbers make new notes: words after them that moved would count as a shift.
    <div key={`${ballots}`}>{lines.map((text) => text && <p>{text.replace(/\.$/, "")}. </p>)}</div>
  );
}

/** How far the first two are apart, once half is counted: of people who stand for one seat. */
function apartIn({ race, results, round, standing, say, language }: Count): string | null {
  const [first, second] = standing;
  const one = (race.seats ?? race.advance ?? 1) === 1 && !race.need;
  if (!one || isEarly(results) || !first?.votes || !second || second.votes === null) return null;
  const points = ((first.votes - second.votes) / wholeOf(round)) * 100;
  return points < 0.05 ? null : say.lead(language.write.share(points));
}
