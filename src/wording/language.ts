import type { CommonWording } from "./common.ts";
import type { HistoryWording } from "./history.ts";
import type { Marks } from "./marks.ts";
import type { MoneyWording } from "./money.ts";
import type { PageWording } from "./page.ts";
import type { PollsMoreWording } from "./polls-more.ts";
import type { PollsWording } from "./polls.ts";
import type { ResultsMoreWording, ResultsWording } from "./results.ts";
import type { StatementsWording } from "./statements.ts";
import type { TimelineWording } from "./timeline.ts";
import type { TurnoutMoreWording, TurnoutWording } from "./turnout.ts";
import type { Write } from "./write.ts";

/** Everything that a language says: what its folder exports. */
export type Language = {
  readonly marks: Marks;
  readonly write: Write;
  readonly common: CommonWording;
  readonly polls: PollsWording;
  readonly pollsMore: PollsMoreWording;
  readonly turnout: TurnoutWording;
  readonly turnoutMore: TurnoutMoreWording;
  readonly results: ResultsWording;
  readonly resultsMore: ResultsMoreWording;
  readonly money: MoneyWording;
  readonly history: HistoryWording;
  readonly timeline: TimelineWording;
  readonly page: PageWording;
  readonly statements: StatementsWording;
};

/**
 * A language as cards are given it: what all of them say, and the words of those cards that are
 * there. A card whose words are missing isn't drawn.
 */
export type CardLanguage = Pick<Language, "marks" | "write" | "common"> & Partial<Language>;
