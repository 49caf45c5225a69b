import type {
  IntervalFacts,
  PollsMoreWording,
  PopulationCounts,
  WeightFacts,
} from "../../../wording/polls-more.ts";
import type { PartProps } from "../../card.ts";
import { candidateStyles } from "../../candidate-style.ts";

const POPULATIONS = ["lv", "rv", "v", "a", "unknown"] as const;

/** How the average comes about, in paragraphs: weights, intervals, who was asked, what is left out. */
export function methodNotes(props: PartProps<"polls", PollsMoreWording>): readonly string[] {
  const { summary, sayMore } = props;
  const { average, recent } = summary;
  // Each method notes all of its settings: see settings-as-run.ts.
  const settings = { method: average.method, ...average.settings } as unknown as WeightFacts & {
    readonly sharedError: IntervalFacts["shared"];
  };
  const counts: PopulationCounts = POPULATIONS.map((population) => [
    population,
    recent.filter((poll) => (poll.population ?? "unknown") === population).length,
  ]);
  const intervals = { shared: settings.sharedError, people: average.effectiveSample };
  return [
    sayMore.weights(settings),
    // Without an average there is nothing to be sure of.
    average.shares.length > 0 && `${sayMore.intervals(intervals)} ${leadNote(props)}`,
    sayMore.populations(counts.filter(([, polls]) => polls > 0)),
    average.leftOut.length > 0 && leftOutNote(props),
  ].flatMap((note) => note || []);
}

function leadNote({ summary, sayMore, race }: PartProps<"polls", PollsMoreWording>): string {
  const { lead, shares } = summary.average;
  const { points, low, high, inner } = lead;
  const [first, second] = shares.map(({ candidate }) => candidateStyles(race)(candidate).name);
  if (points === null || low === null || high === null || !inner || !first || !second) return "";
  return sayMore.leadInterval({ first, second, points, low, high, inner });
}

/** Polls by the reason, with the pollster's name for each that the table lists. */
function leftOutNote({ summary, sayMore, language }: PartProps<"polls", PollsMoreWording>): string {
  const groups = new Map<string, string[]>();
  let others = 0;
  for (const { poll: id, reason } of summary.average.leftOut) {
    const poll = summary.recent.find((one) => one.id === id);
    if (!poll) {
      others += 1;
      continue;
    }
    const text = sayMore.reasons[reason];
    const name = `${poll.pollster}, ${language.write.field(poll.field)}`;
    groups.set(text, [...(groups.get(text) ?? []), name]);
  }
  return sayMore.allLeftOut(
    [...groups].map(([reason, polls]) => ({ reason, polls })),
    others,
  );
}
