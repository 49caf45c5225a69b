import { expect, test } from "vitest";
import { FORMATS } from "../../src/formats/formats.ts";
import { withFileOptions } from "../../src/cli/file-options.ts";
import { Command } from "commander";
import { codes, page, partOf, rows } from "./manual.ts";

test("the manual has every format with the sections that it fills, and no other", async () => {
  const table = rows(partOf(await page("docs/data.md"), "Files of others"));
  const told = table.map(([name = "", fills = "", title]) => [codes(name)[0], codes(fills), title]);
  expect(told).toEqual(
    Object.values(FORMATS).map(({ name, sections, title }) => [
      name,
      sections,
      title.replaceAll("'", "’"),
    ]),
  );
});

test("the command's help names every format", () => {
  const help = withFileOptions(new Command()).helpInformation().replaceAll(/\s+/g, " ");
  for (const name of Object.keys(FORMATS)) expect(help).toContain(`"${name}"`);
});
