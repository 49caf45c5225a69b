import { Argument, InvalidArgumentError } from "commander";
import { raceId } from "../race/schema/common.ts";

/** A race's id, refused before anybody is asked about it. */
export function raceIdArgument(): Argument {
  return new Argument("<id>", "the race's id").argParser(parseRaceId);
}

export function parseRaceId(value: string): string {
  const checked = raceId.safeParse(value);
  if (checked.success) return checked.data;
  throw new InvalidArgumentError(`A race id ${checked.error.issues[0]?.message ?? "is needed"}.`);
}

/** The number of a revision or of a held change; `r12` as 12, since tags are printed so. */
export function numberArgument(name: string, description: string): Argument {
  return new Argument(`<${name}>`, description).argParser(parseNumber);
}

function parseNumber(value: string): number {
  const [, digits] = /^r?(\d{1,9})$/.exec(value) ?? [];
  if (digits === undefined || Number(digits) < 1)
    throw new InvalidArgumentError("It must be a number from 1.");
  return Number(digits);
}
