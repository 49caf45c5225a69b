import { type Call } from "../../src/race/sections/calls/source.ts";
import type { RaceData } from "../../src/race/schema/data.ts";
import { type Poll } from "../../src/race/sections/polls/source.ts";
import { type RaceSource, type RaceSourceInput } from "../../src/race/schema/race.ts";
import type { ResultCount } from "../../src/race/sections/results/source.ts";
/** A small race with two candidates, one source and a running clock. */
export declare function aRace(changes?: Partial<RaceSourceInput>): RaceSource;
export declare function someData(changes?: Partial<RaceData>): RaceData;
export declare function aPoll(id: string, end: string, ada: number, bo: number): Poll;
export declare function votes(
  area: string,
  candidate: string,
  value: number,
  changes?: Partial<ResultCount>,
): ResultCount;
export declare function counted(
  area: string,
  measure: ResultCount["measure"],
  value: number,
): ResultCount;
/** The wire's call of the race for Ada, unless told otherwise. */
export declare function aCall(changes?: Partial<Call>): Call;
