import type { MoneySource } from "../sections/money/source.ts";
import type { PollsSource } from "../sections/polls/source.ts";
import type { RaceSource } from "./race.ts";
import type { ResultsSource } from "../sections/results/source.ts";
import type { TurnoutSource } from "../sections/turnout/source.ts";

/** All that an editor keeps about a race; a section nobody has filled yet is null. */
export type RaceData = {
  readonly race: RaceSource;
  readonly polls: PollsSource | null;
  readonly turnout: TurnoutSource | null;
  readonly results: ResultsSource | null;
  readonly money: MoneySource | null;
};
