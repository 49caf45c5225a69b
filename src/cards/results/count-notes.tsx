import { progressOf, shareOf } from "./figures.ts";
import { certifiedBy, type Count, namesOf } from "./results-facts.ts";

/** How far the count is, how many took part, who called or certified it, and what decides. */
export function CountNotes(count: Count) {
  const { race, results, round, statements, say, language } = count;
  const { others, ballots, registered, turnout } = round;
  const certified = certifiedBy(race);
  const leftOut = (["precincts", "ballots", "registered"] as const).flatMap((figure) => {
    const notes = results.notes.filter((note) => note.round === round.n && note.figure === figure);
    return notes.length > 0 ? [[figure, notes] as const] : [];
  });
  const { write } = language;
  const when = (at: string) => write.when(at, race.timeZone);
  const progress = say.progress(progressOf(results, language));
  return (
    // New numbers make new notes: words after them that moved would count as a shift.
    <div key={progress + ballots}>
      <p>
        <b>{progress}</b>
        {ballots !== null && `; ${say.ballots(ballots)}`}
        {turnout !== null &&
          registered !== null &&
          say.ofRegistered(write.percent(write.share(turnout)), registered)}
        .{" "}
      </p>
      {others !== null && others.votes > 0 && (
        <p>
          {say.others(
            others.votes,
            shareOf(others, round.votes, language),
            others.largest && `${others.largest.name} (${say.counted(others.largest.votes)})`,
          )}
          .{" "}
        </p>
      )}
      {leftOut.map(([figure, notes]) => (
        <p>
          {say.leftOut(
            figure,
            notes.map(({ area }) => area ?? race.jurisdiction.name),
          )}
          .{" "}
        </p>
      ))}
      {statements.map(({ candidates, calls }) => (
        <p>
          {say.calledBy(
            namesOf(candidates, count),
            calls.map(({ caller, at }) => ({ caller, when: when(at) })),
          )}
          .{" "}
        </p>
      ))}
      {certified ? (
        <p>{say.certifiedBy(certified.by, when(certified.at))}. </p>
      ) : (
        statements.length === 0 && <p>{say.notCalled}. </p>
      )}
      {count.halfway && <p>{say.majority}. </p>}
    </div>
  );
}
