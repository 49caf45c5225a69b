import { textFor } from "../../wording/text-for.ts";
import { isQuestion } from "./count-of.ts";
import { percentOf } from "./figures.ts";
import { certifiedBy, type Count, namesOf } from "./results-facts.ts";

/** What else there is to say: how many took part, who called or certified it, and what decides. */
export function CountNotes(count: Count) {
  const { race, results, calls, line, say, language } = count;
  const { marks, write } = language;
  const tags = [marks.tag, ...race.languages];
  const certified = certifiedBy(race);
  const when = (at: string) => write.when(at, race.timeZone);
  const own = ({ section }: { readonly section: string }) =>
    section === "results" || section === "calls";
  const placeOf = (area: string | undefined) => (area && area !== "total" ? area : null);
  const reviewed = new Map(
    race.underReview.filter(own).map(({ area, since }) => [placeOf(area), since]),
  );
  const lowered = race.revisions
    .filter((one) => one.section === "results" && one.measure === "votes")
    .map(({ area, before, after }) => say.lowered(placeOf(area), before - after))
    .slice(-2);
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
    ...calls.map(({ candidates, calls: made }) =>
      say.calledBy(
        candidates.size > 0 ? namesOf(candidates, count) : [race.office],
        made.map(({ caller, at }) => ({ caller, when: when(at) })),
      ),
    ),
    certified
      ? say.certifiedBy(certified.by, when(certified.at))
      : calls.length === 0 &&
        !race.callState &&
        race.rule !== "list" &&
        (isQuestion(race) ? say.undecided : say.notCalled),
    ...lowered,
    line !== null &&
      (race.need ? say.needed(write.percent(write.points(percentOf(line)))) : say.majority),
  ];
  return (
    // New numbers make new notes: words after them that moved would count as a shift.
    <div key={`${results.asOf}`}>
      {lines.map((text) => text && <p>{text.replace(/\.$/, "")}. </p>)}
    </div>
  );
}
