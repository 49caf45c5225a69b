import { progressOf, percentOf } from "./figures.ts";
import { certifiedBy, type Count, namesOf, sentence } from "./headline.ts";

/** How far the count is, how many took part, who called or certified it, and what decides. */
export function CountNotes(count: Count) {
  const { race, round, statements, say, format } = count;
  const { reporting, ballots, registered, turnout } = round;
  const certified = certifiedBy(race);
  const when = (at: string) => format.when(at, race.timeZone);
  const progress = reporting ? progressOf(reporting, say, format) : say.progressUnknown;
  return (
    // New numbers make new notes: words after them that moved would count as a shift.
    <div key={progress + ballots}>
      <p>
        <b>{sentence(progress)}</b>
        {reporting?.of === "precincts" && ` (${percentOf(reporting, format)})`}
        {ballots !== null && `; ${say.ballots(format.count(ballots))}`}
        {turnout !== null &&
          registered !== null &&
          say.ofRegistered(`${format.share(turnout)}%`, format.count(registered))}
        .{" "}
      </p>
      {statements.map(({ candidates, calls }) => (
        <p>
          {say.calledBy(
            namesOf(candidates, count),
            calls.map(({ caller, at }) => `${caller}, ${when(at)}`).join("; "),
          )}
          .{" "}
        </p>
      ))}
      {certified ? (
        <p>{say.certifiedBy(certified.by, when(certified.at))}. </p>
      ) : (
        statements.length === 0 && <p>{sentence(say.noWinnerYet)}. </p>
      )}
      {count.halfway && <p>{say.majority}. </p>}
    </div>
  );
}
