import type { Population } from "../../race/sections/polls/source.ts";
import type { Bodies } from "../format.ts";
import { type Fault, fault } from "../text/faults.ts";

/** Keeps only polls of one population, and says how many others there were; null keeps all. */
export function onlyPopulation(
  bodies: Bodies,
  population: Population | null,
): { readonly bodies: Bodies; readonly warnings: readonly Fault[] } {
  if (population === null || bodies.polls === undefined) return { bodies, warnings: [] };
  const all = bodies.polls.polls;
  const polls = all.filter((poll) => poll.population === population);
  const others = all.length - polls.length;
  const count = others === 1 ? "1 poll" : `${others} polls`;
  const warnings =
    others === 0 ? [] : [fault(`left out: ${count} of other populations than ${population}`)];
  return { bodies: { ...bodies, polls: { polls } }, warnings };
}
