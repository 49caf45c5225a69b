import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { averagePolls } from "../../src/race/average/average.ts";
import { averageSettings } from "../../src/race/sections/polls/settings.ts";
import { poll } from "../../src/race/sections/polls/source.ts";
import { LEAD_CASES, LEFT_OUT_REASONS } from "../../src/race/sections/polls/summary.ts";
import { blocks, firstCodes, page, partOf } from "./manual.ts";

const text = await page("docs/averages.md");

test("the worked example comes out as it says", () => {
  const example = partOf(text, "A worked example");
  const rows: readonly Record<string, string>[] = parse(blocks(example, "csv")[0] ?? "", {
    columns: true,
  });
  const polls = rows.map(({ start, end, sample, ash, birch, internal, ...row }) =>
    poll.parse({
      ...row,
      field: { start, end },
      sample: Number(sample),
      shares: [
        { candidate: "ash", share: Number(ash) },
        { candidate: "birch", share: Number(birch) },
      ],
      internal: internal === "yes",
      source: "test",
    }),
  );
  const average = averagePolls(polls, {
    settings: averageSettings.parse({ method: "weighted" }),
    candidates: [
      { id: "ash", shortName: "Ash" },
      { id: "birch", shortName: "Birch" },
    ],
    asOf: "2024-10-31T12:00:00-04:00",
    timeZone: "America/New_York",
  });
  expect(average).toMatchObject(JSON.parse(blocks(example, "json")[0] ?? "") as object);
  const { points, low, high, inner } = average.lead;
  const said = [points, inner?.low, inner?.high, low, high].map((n) => String(n).replace("-", "−"));
  for (const figure of said) expect(example).toContain(figure);
});

test("each reason for leaving a poll out, and each case of a lead, is explained", () => {
  expect(firstCodes(partOf(text, "What was left out"))).toEqual([...LEFT_OUT_REASONS]);
  const cases = firstCodes(partOf(text, "Intervals"));
  expect(cases.toSorted()).toEqual([...LEAD_CASES].toSorted());
});
