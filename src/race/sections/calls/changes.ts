import { z } from "zod";
import { instant, line, localId } from "../../schema/common.ts";
import { CALL_OUTCOMES } from "./outcomes.ts";
import { callKey, callsBy, type CallsSource } from "./source.ts";

/** What became of a call that readers could see: made, changed, or withdrawn by its caller. */
export const callChange = z
  .object({
    change: z.enum(["made", "changed", "withdrawn"]),
    round: z.int().positive(),
    candidate: localId.nullable(),
    caller: line,
    was: z.enum(CALL_OUTCOMES).nullable(),
    is: z.enum(CALL_OUTCOMES).nullable(),
    /** When readers were told, an instant. */
    at: instant,
  })
  .meta({ id: "CallChange" });
export type CallChange = z.infer<typeof callChange>;

/**
 * What a change does to calls, at the moment `at` (ISO 8601 with its zone). A call that is dated
 * ahead isn't known yet: it is told of only by itself, once its time has come.
 */
export function callChanges(
  before: CallsSource | null,
  after: CallsSource | null,
  at: string,
): readonly CallChange[] {
  const then = known(before, at);
  const now = known(after, at);
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    const call = is ?? was;
    if (call === undefined || was?.outcome === is?.outcome) return [];
    const { round, candidate, caller } = call;
    const change = was === undefined ? "made" : is === undefined ? "withdrawn" : "changed";
    const outcomes = { was: was?.outcome ?? null, is: is?.outcome ?? null };
    return [{ change, round, candidate, caller, ...outcomes, at }];
  });
}

function known(source: CallsSource | null, at: string) {
  return new Map(callsBy(source, at).map((call) => [callKey(call), call]));
}
