import { averagePolls } from "../../average/average.ts";
import { eligiblePolls } from "../../average/evidence/eligible.ts";
import { trend } from "../../average/trend.ts";
import { earlier } from "../../dates.ts";
import { spoken } from "../../statements/spoken.ts";
import { disagreement } from "../../statements/disagreement.ts";
import type { Clock, CompiledSection } from "../definition.ts";
import type { PollsData } from "./poll-pairs.ts";
import { recentPolls } from "./recent-polls.ts";
import type { PollsSource } from "./source.ts";
import type { Average, PollsSection, PollsSummary } from "./summary.ts";

/** The summary names this many left-out polls, the newest; the section names all. */
const MAX_LEFT_OUT = 20;

/** The average with every poll's weight for the section, with the recent polls' for the summary. */
export function compilePolls(
  { polls }: PollsSource,
  { race }: PollsData,
  { asOf }: Clock,
): CompiledSection<PollsSummary, PollsSection> {
  const options = {
    settings: race.polls.average,
    main: race.polls.main,
    pollsters: race.polls.pollsters,
    candidates: race.candidates,
    // Polls are about the vote to come: when it has ended, their average stands still.
    asOf: earlier(asOf, race.voting.closes),
    timeZone: race.timeZone,
  };
  const average = inLanguages(averagePolls(polls, options), race.languages);
  const known = new Set(eligiblePolls(polls, options).map((poll) => poll.id));
  const { published } = race.polls;
  const differ = disagreement(published, average, race.candidates);
  const recent = recentPolls(polls.filter((poll) => known.has(poll.id)));
  const shown = new Set(recent.map((poll) => poll.id));
  return {
    summary: {
      average: {
        ...average,
        inputs: average.inputs.filter(({ poll }) => shown.has(poll)),
        leftOut: average.leftOut.slice(0, MAX_LEFT_OUT),
      },
      published,
      disagreement: differ && spoken(differ, race.languages),
      recent,
      count: polls.length,
      trend: trend(polls, options),
    },
    full: { average, published, polls: polls.map(({ note: _, ...poll }) => poll) },
  };
}

function inLanguages(average: Average, languages: readonly string[] | undefined): Average {
  const statement = spoken(average.lead.statement, languages);
  return { ...average, lead: { ...average.lead, statement } };
}
