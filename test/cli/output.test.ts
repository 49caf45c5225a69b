import { expect, test } from "vitest";
import { openOutput, type Output } from "../../src/cli/output.ts";
import { CliProblem, faultLine } from "../../src/cli/problem.ts";

function listen(options: { json?: boolean; isTTY?: boolean; noColor?: boolean } = {}) {
  const { json = false, isTTY = false, noColor = false } = options;
  const said = { out: "", err: "" };
  const output: Output = openOutput({
    json,
    noColor,
    stdout: { isTTY, write: (text) => (said.out += text) },
    stderr: { isTTY, write: (text) => (said.err += text) },
  });
  return { output, said };
}

const fault = {
  file: "polls.csv",
  line: 3,
  column: 5,
  field: "sample",
  message: "must be 1 or more",
};

test("a fault says where it is, as editors and terminals understand it", () => {
  expect(faultLine(fault)).toBe("polls.csv:3:5 sample: must be 1 or more");
  expect(faultLine({ ...fault, column: null, field: null })).toBe("polls.csv:3 must be 1 or more");
  expect(faultLine({ ...fault, line: null })).toBe("polls.csv sample: must be 1 or more");
  expect(faultLine({ ...fault, file: null, line: null, field: null })).toBe("must be 1 or more");
});

test("people read words on stdout and faults on stderr", () => {
  const { output, said } = listen();
  output.say("Made it.");
  output.answer({ ok: true });
  output.fail(new CliProblem("problem", "mend them", { faults: [fault] }));
  expect(said.out).toBe("Made it.\n");
  expect(said.err).toBe("polls.csv:3:5 sample: must be 1 or more\ntopline: mend them\n");
});

test("with --json stdout is one JSON value, also when it goes wrong", () => {
  const { output, said } = listen({ json: true, isTTY: true });
  output.say(output.paint("green", "Made it."));
  output.fail(
    new CliProblem("conflict", "too late", { faults: [fault], details: { missed: [7] } }),
  );
  expect(JSON.parse(said.out)).toEqual({
    ok: false,
    problem: "conflict",
    exitCode: 5,
    message: "too late",
    errors: [fault],
    missed: [7],
  });
});

test("colours are for terminals whose owner hasn't said no", () => {
  expect(listen({ isTTY: true }).output.paint("green", "ok")).toBe("\u001b[32mok\u001b[39m");
  expect(listen({ isTTY: true, noColor: true }).output.paint("green", "ok")).toBe("ok");
  expect(listen().output.paint("green", "ok")).toBe("ok");
});
