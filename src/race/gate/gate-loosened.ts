import type { RaceFacts } from "../schema/race-facts.ts";
import type { GateRule, Reason } from "./reason.ts";

/** Whoever could loosen the gate alone could pass it: that needs releasing as well. */
export const gateLoosened: GateRule<{ readonly race: RaceFacts }> = ({ before, after }) => {
  if (before === null) return [];
  const was = before.race.gate;
  const is = after.race.gate;
  const reasons: Reason[] = [];
  if (is.jumpFactor > was.jumpFactor)
    reasons.push({
      rule: "gate_loosened",
      path: "race.gate.jumpFactor",
      message: `numbers could grow ${is.jumpFactor} times at once instead of ${was.jumpFactor}`,
      before: was.jumpFactor,
      after: is.jumpFactor,
    });
  if (was.secondPerson && !is.secondPerson)
    reasons.push({
      rule: "gate_loosened",
      path: "race.gate.secondPerson",
      message: "whoever sends a change could release it alone",
    });
  return reasons;
};
