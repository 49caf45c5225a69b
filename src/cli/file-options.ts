import { type Command, InvalidArgumentError, Option } from "commander";
import { asOf as asOfSchema } from "../race/schema/common.ts";
import type { Section } from "../race/sections/index.ts";
import { type FileOptions, NOTHING_SAID } from "../formats/format.ts";
import { FORMAT_NAMES } from "../formats/formats.ts";
import {
  DAY_ORDERS,
  type DayOrder,
  type Decimal,
  DECIMALS,
  type Encoding,
  ENCODINGS,
} from "../race/schema/written.ts";
import type { Fault } from "../formats/text/faults.ts";
import { SECTIONS } from "../race/sections/index.ts";

/** What people say about a file that its content doesn't, as they gave it. */
export type FileFlags = {
  readonly format?: string;
  readonly contest?: string;
  readonly sheet?: string;
  readonly source?: string;
  readonly asOf?: string;
  readonly round?: number;
  readonly populations?: "all" | "one";
  readonly dates?: DayOrder;
  readonly decimal?: Decimal;
  readonly encoding?: Encoding;
  readonly others?: readonly string[];
};

/** Adds the options that say how to read a file. */
export function withFileOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <name>", "what the file is (default: what its content says)").choices(
        FORMAT_NAMES,
      ),
    )
    .option("--contest <name>", "key or title of the contest, where a file holds several")
    .option("--sheet <name>", "the sheet of a workbook (.xlsx), where several could be meant")
    .option("--source <id>", "which of the race's sources to credit, for files of others")
    .option("--as-of <time>", "when the numbers were true, where the file doesn't say", parseAsOf)
    .option(
      "--others <name>",
      "somebody with many votes who stays among others (again for one more)",
      (name: string, before: readonly string[] = []) => [...before, name],
    )
    .option("--round <n>", "the round that a file of results counts", parseRound)
    .addOption(
      new Option("--populations <which>", "one: of a survey with several, only the best").choices([
        "all",
        "one",
      ]),
    )
    .addOption(
      new Option("--dates <order>", "how dates like 10/1/26 are meant").choices(DAY_ORDERS),
    )
    .addOption(
      new Option("--decimal <mark>", "what stands before decimals: 25.000 is 25 or 25,000").choices(
        DECIMALS,
      ),
    )
    .addOption(
      new Option("--encoding <name>", "how a file is encoded that isn't UTF-8").choices(ENCODINGS),
    );
}

/** The same as a reader of files takes it, with nothing undefined. */
export function fileOptions(
  flags: FileFlags & { readonly section: Section | null },
): FileOptions & { readonly section: Section | null } {
  const { section, ...said } = flags;
  const { format, contest, sheet, source, asOf, round, populations, ...rest } = {
    ...NOTHING_SAID,
    ...said,
  };
  const { dates, decimal, encoding } = rest;
  const content = { section, format, contest, sheet, source, asOf, round, populations } as const;
  return { ...NOTHING_SAID, ...content, dates, decimal, encoding };
}

/** What to try where a fault is about no line of the file, but about what the file doesn't say. */
export function optionsHint(faults: readonly Fault[]): string {
  if (faults.every(({ line }) => line !== null)) return "";
  return ". What a file doesn't say, these do: --source, --as-of, --contest, --section, --format, --sheet";
}

export function isCsvSection(name: string | null): name is Section {
  return (SECTIONS as readonly (string | null)[]).includes(name);
}

function parseAsOf(value: string): string {
  if (asOfSchema.safeParse(value).success) return value;
  throw new InvalidArgumentError("It must be a date, or a time with its zone.");
}

function parseRound(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a number from 1.");
}
