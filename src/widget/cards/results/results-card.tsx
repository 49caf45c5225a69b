import type { ResultsSummary, Tally } from "../../../race/schema/results-summary.ts";
import { type CardProps, Frame } from "../frame.tsx";
import { looksOf } from "../look.ts";
import { More } from "../more.tsx";
import { Table } from "../table.tsx";
import { CountNotes } from "./count-notes.tsx";
import { shareOf } from "./figures.ts";
import { type Count, resultsHeadline } from "./headline.ts";
import { resultsMessages } from "./messages.ts";
import { ModeTable } from "./mode-table.tsx";
import { type Round, standingIn, statementsIn } from "./standing.ts";
import { TallyTable } from "./tally-table.tsx";

/** How many candidates have a bar; the others are summed up, and listed for who opens them. */
const SHOWN = 5;

/** The count of a race: who has how many votes, how far it is, and what callers say. */
export function ResultsCard(props: CardProps & { readonly results: ResultsSummary }) {
  const { results, race, format } = props;
  const { rounds, calls, modes } = results;
  const { messages, lang } = format;
  const say = resultsMessages[lang];
  const round = rounds.at(-1);
  if (!round) return <Frame {...props} section="results" headline={say.noVotes} />;

  const look = looksOf(race);
  const standing = standingIn(rounds);
  const statements = statementsIn(round, calls);
  const count: Count = { race, round, standing, statements, look, say, format };
  const headline = resultsHeadline(count);
  const shown = standing.slice(0, SHOWN);
  const others = standing.slice(SHOWN);
  const votes = others.reduce((sum, one) => sum + one.votes, 0);
  const rest = { votes, share: round.votes > 0 ? (votes / round.votes) * 100 : null };
  // With two there is always one with more than half, or a tie.
  const halfway =
    race.rule === "majority_runoff" &&
    standing.length > 2 &&
    !statements.some(({ outcome }) => outcome === "won");
  const list = (tallies: readonly Tally[], of: Round) => (
    <Table
      kind="counts"
      head={[messages.candidate, say.votes, "%"]}
      rows={tallies.map((one) => [
        look(one.candidate).label,
        format.count(one.votes),
        shareOf(one, of.votes, format),
      ])}
    />
  );
  return (
    <Frame
      {...props}
      section="results"
      headline={headline}
      asOf={results.asOf}
      sources={[results, ...calls, ...(race.certified ? [race.certified] : [])].map(
        ({ source }) => source,
      )}
    >
      {/* Other words or another order make a new table: what moved would count as a shift. */}
      <div
        class="count"
        key={shown.map(({ candidate }) => candidate) + headline.replace(/[\d.,]+/g, "")}
      >
        <TallyTable {...count} shown={shown} halfway={halfway} />
        <CountNotes {...count} halfway={halfway} />
      </div>
      <div class="more">
        {others.length > 0 && (
          <More
            title={`${messages.otherCandidates(others.length)}: ${say.counted(
              format.count(votes),
            )}, ${shareOf(rest, round.votes, format)}`}
          >
            {list(others, round)}
          </More>
        )}
        {modes.some(({ mode }) => mode !== "unspecified") && (
          <More title={messages.mode}>
            <ModeTable {...count} modes={modes} />
          </More>
        )}
        {rounds.slice(0, -1).map((earlier) => (
          <More title={say.round(earlier.n)}>{list(earlier.candidates, earlier)}</More>
        ))}
      </div>
    </Frame>
  );
}
