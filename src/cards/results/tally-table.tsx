import { Table } from "../table.tsx";
import { percentOf, shareOf, votesOf, wholeOf } from "./figures.ts";
import type { Count } from "./results-facts.ts";
import type { Standing } from "./standing.ts";

/**
 * Candidates with their votes, shares and bars, the whole width being all that shares are of; who is
 * called, and a line below the last place that counts.
 */
export function TallyTable(count: Count) {
  const { race, round, shown, line, places, styleOf, say, language } = count;
  const decided = shown.some(({ status }) => status);
  const x = line && percentOf(line);
  // A threshold that only Yes has to reach is no line for No.
  const crosses = ({ candidate }: Standing) => x && (race.need === undefined || candidate !== "no");
  return (
    <Table
      kind="bars tally"
      head={[
        say.heads[race.candidates[0]!.kind as "choice"] ?? language.common.candidate,
        say.votes,
        "%",
      ]}
      tones={shown.map(
        ({ candidate, status }, i) =>
          styleOf(candidate).tone +
          (status ? " won" : decided ? " lost" : "") +
          (i + 1 === places && shown.length > i + 1 ? " cut" : ""),
      )}
      rows={shown.map((one) => {
        const { ballot, uncontested } =
          race.candidates.find(({ id }) => id === one.candidate) ?? {};
        return [
          [
            <span class={styleOf(one.candidate).tone}>{styleOf(one.candidate).label}</span>,
            ballot && ballot !== "printed" && ` ${say.ballot[ballot]}`,
            one.seats !== undefined && ` ${say.seatsOf(one.seats)}`,
            one.lines &&
              ` ${one.lines.map(({ party, votes }) => `${party} ${language.write.count(votes)}`).join(" + ")}`,
            one.status && <b part="call">{say.outcomes[one.status]}</b>,
          ],
          <span key={one.votes}>
            {uncontested && one.votes === null ? say.unopposed : votesOf(one, count)}
          </span>,
          <span key={one.share}>{shareOf(one, wholeOf(round), language)}</span>,
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <path class="bar" d={`M0 0H${one.share ?? 0}V1H0`} />
            {crosses(one) && <path class="against" d={`M${x} 0V1`} />}
          </svg>,
        ];
      })}
    />
  );
}
