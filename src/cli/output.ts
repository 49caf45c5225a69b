import { styleText } from "node:util";
import { EXIT } from "./exit-codes.ts";
import type { Progress } from "../formats/format.ts";
import { withProgress } from "./reading.ts";
import { type CliProblem, type FileFault, faultLine } from "./problem.ts";

/** Where text goes: the process's own streams, or a test's. */
export type Stream = { readonly isTTY?: boolean; write(text: string): unknown };

export type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** Everything a command says. With `--json` that is JSON on stdout, and nothing else there. */
export type Output = {
  readonly json: boolean;
  /** A line for people, on stdout; silent with `--json`. */
  say(line?: string): void;
  /** A line for people about what goes on, on stderr, so that stdout can be piped. */
  note(line: string): void;
  /** How far long work is, in one line that the next takes the place of; empty ends it. */
  progress(line: string): void;
  /** A line that `--json` has too, one object a line: for commands that go on for long. */
  event(value: object, line: string): void;
  /** The command's answer with `--json`; what people see has been said. */
  answer(value: object): void;
  /** Runs what reads a file; a terminal shows how far it is once that takes long. */
  reading<T>(file: string, run: (progress: Progress) => T): T;
  warn(fault: FileFault): void;
  fail(problem: CliProblem): void;
  paint(style: Style, text: string): string;
};

/** Colours only where somebody sees them: on a terminal, without NO_COLOR (https://no-color.org). */
export function openOutput(options: {
  readonly json: boolean;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly noColor: boolean;
}): Output {
  const { json, stdout, stderr, noColor } = options;
  const painter = (stream: Stream) => (style: Style, text: string) =>
    stream.isTTY === true && !noColor ? styleText(style, text, { validateStream: false }) : text;
  const paint = painter(stdout);
  const paintError = painter(stderr);
  return {
    json,
    paint: json ? (_style, text) => text : paint,
    say: (line = "") => void (json || stdout.write(`${line}\n`)),
    progress: (line) => void (stderr.isTTY === true && !json && stderr.write(`\r\u001b[K${line}`)),
    note: (line) => void stderr.write(`${line}\n`),
    event: (value, line) => void stdout.write(`${json ? JSON.stringify(value) : line}\n`),
    answer: (value) => void (json && stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
    reading: (file, run) => withProgress(stderr, file, run),
    warn: (fault) =>
      void stderr.write(`${faultLine({ ...fault, message: `${fault.message} (warning)` })}
`),
    fail(problem) {
      for (const fault of problem.faults) stderr.write(`${faultLine(fault)}\n`);
      stderr.write(`${paintError("red", "topline:")} ${problem.message}\n`);
      if (!json) return;
      const { exit, message, faults, details } = problem;
      const answer = { ok: false, problem: exit, exitCode: EXIT[exit], message, errors: faults };
      stdout.write(`${JSON.stringify({ ...answer, ...details }, null, 2)}\n`);
    },
  };
}
