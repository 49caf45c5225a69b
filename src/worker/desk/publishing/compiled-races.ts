import { compileRace, type Compiled } from "../../../race/compile/compile-race.ts";
import type { RaceData } from "../../../race/schema/data.ts";
import { nextClockMoment } from "./clock.ts";

/** A race as readers have it, and what may become of it: a change that is held, or one tried out. */
const KEPT = 3;

type Entry = {
  readonly key: string;
  readonly compiled: Compiled;
  /** The clock alone changes nothing from here … */
  readonly from: number;
  /** … to before here, in milliseconds since 1970. */
  readonly until: number;
};

/**
 * A race's numbers, computed once. Whoever judges a change computes them, and whoever previews,
 * publishes or releases it later finds them, until the clock moves on.
 */
export class CompiledRaces {
  readonly #compile: typeof compileRace;
  #recent: readonly Entry[] = [];

  constructor(compile: typeof compileRace = compileRace) {
    this.#compile = compile;
  }

  /**
   * The race as of `now`, with counters and times that `stampRace` has yet to fill in.
   * @param key tells states of the data apart; see `dataKey`
   * @param now milliseconds since 1970
   */
  get(data: RaceData, key: string, now: number): Compiled {
    const others = this.#recent.filter((entry) => entry.key !== key);
    const known = this.#recent.find((entry) => entry.key === key);
    const entry =
      known && known.from <= now && now < known.until ? known : this.#computed(data, key, now);
    this.#recent = [entry, ...others].slice(0, KEPT);
    return entry.compiled;
  }

  #computed(data: RaceData, key: string, now: number): Entry {
    const moment = new Date(now).toISOString();
    const unstamped = { revision: 0, publication: 0, updatedAt: moment };
    const compiled = this.#compile(data, { now: moment, ...unstamped });
    const until = nextClockMoment(data, now) ?? Infinity;
    return { key, compiled, from: now, until };
  }
}
