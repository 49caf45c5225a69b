import { Areas } from "./areas.tsx";
import { ModeTable } from "./mode-table.tsx";
import { OtherCandidates } from "./other-candidates.tsx";
import { Projections } from "./projections.tsx";
import { RankedRounds } from "./ranked-rounds.tsx";

/** What the results card shows once it is touched. */
export const resultsMore = {
  others: OtherCandidates,
  rounds: RankedRounds,
  projections: Projections,
  areas: Areas,
  modes: ModeTable,
};
