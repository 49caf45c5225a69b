import type { MoneySource } from "./money.ts";
import type { PollsSource } from "./polls.ts";
import type { RaceSource } from "./race.ts";
import type { ResultsSource } from "./results.ts";
import type { TurnoutSource } from "./turnout.ts";

/** All that an editor keeps about a race; a section nobody has filled yet is null. */
export type RaceData = {
  readonly race: RaceSource;
  readonly polls: PollsSource | null;
  readonly turnout: TurnoutSource | null;
  readonly results: ResultsSource | null;
  readonly money: MoneySource | null;
};
