import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { program } from "../../src/cli/program.ts";
import { RESULT_MEASURES } from "../../src/race/sections/results/source.ts";
import { MONEY_MEASURES } from "../../src/race/sections/money/source.ts";
import { DEFINITIONS, SECTIONS } from "../../src/race/sections/index.ts";
import { raceSource } from "../../src/race/schema/race.ts";

function manual(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, "../../docs", name), "utf8");
}

/** The part of the manual under one heading. */
function partOf(text: string, heading: string): string {
  return text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
}

test.each(SECTIONS)("the manual has every column of %s.csv", async (section) => {
  const { columns } = DEFINITIONS[section].csv;
  const part = partOf(await manual("data.md"), `${section}.csv`);
  expect(columns.filter((column) => !part.includes(`\`${column}\``))).toEqual([]);
});

test("the manual has every measure and every field of race.json", async () => {
  const text = await manual("data.md");
  for (const measure of [...RESULT_MEASURES, ...MONEY_MEASURES])
    expect(text).toContain(`\`${measure}\``);
  const part = partOf(text, "race.json");
  for (const field of Object.keys(raceSource.shape).filter((name) => name !== "schema"))
    expect(part).toMatch(new RegExp(`\`${field}\\b`));
});

test("the manual has every exit code, command and option", async () => {
  const text = await manual("cli.md");
  for (const [name, code] of Object.entries(EXIT).filter(([, number]) => number > 0))
    expect(text).toMatch(new RegExp(`^\\| ${code} +\\| \`${name}\` +\\|`, "m"));
  const topline = program(() => {
    throw new Error("nothing is run here");
  });
  const commands = topline.commands.map((command) => `**\`${command.name()}`);
  const options = [topline, ...topline.commands]
    .flatMap((command) => command.options.map(({ long }) => long ?? ""))
    .filter((long) => long !== "--version");
  expect([...commands, ...options].filter((name) => !text.includes(name))).toEqual([]);
});
