import { matchCandidate, type Nameable } from "../match/candidates.ts";

/** A candidate's cell: an id; null for an empty cell; or the fault of a name nobody has. */
export function candidateCell(
  cell: string,
  candidates: readonly Nameable[],
): {
  readonly id: string | null;
  readonly faults: readonly { readonly column: string; readonly message: string }[];
} {
  if (cell === "") return { id: null, faults: [] };
  const match = matchCandidate(cell, candidates);
  return match.ok
    ? { id: match.id, faults: [] }
    : { id: null, faults: [{ column: "candidate", message: match.message }] };
}
