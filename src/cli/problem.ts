import type { Fault } from "../formats/text/faults.ts";
import type { ExitName } from "./exit-codes.ts";

/** A fault, and the file it is in; null where a fault is in no file that was given. */
export type FileFault = Fault & { readonly file: string | null };

/** Why a command stops: in plain words, with what to do, and how it exits. */
export class CliProblem extends Error {
  readonly exit: ExitName;
  readonly faults: readonly FileFault[];
  /** More for `--json`: the revisions that were missed, the reasons for holding. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    exit: ExitName,
    message: string,
    more: {
      readonly faults?: readonly FileFault[];
      readonly details?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
    this.exit = exit;
    this.faults = more.faults ?? [];
    this.details = more.details ?? {};
  }
}

/** `polls.csv:3:5 sample: must be a whole number`, leaving out what isn't known. */
export function faultLine({ file, line, column, field, message }: FileFault): string {
  const place = [file, line, line === null ? null : column].filter((part) => part !== null);
  return [place.join(":"), field === null ? message : `${field}: ${message}`]
    .filter((part) => part !== "")
    .join(" ");
}
