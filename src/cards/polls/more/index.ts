import { OtherCandidates } from "./other-candidates.tsx";
import { PollsMethod } from "./polls-method.tsx";

/** What the polls card shows once it is touched. */
export const pollsMore = { method: PollsMethod, others: OtherCandidates };
