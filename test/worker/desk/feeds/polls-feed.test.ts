import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
import { rowsOf, workbook } from "../../../formats/xlsx/workbook.ts";
import { raceJson } from "../fixture.ts";
import { inKv, simulate } from "../simulation.ts";

afterEach(reset);

const MINUTE = 60_000;
const FEED = {
  id: "polls",
  section: "polls",
  url: "https://results.example.org/polls?poll_type=governor&subject=2030",
  format: "votehub",
  everySeconds: 600,
  apply: "merge",
  source: "s",
} as const;

/** A TEST list that leaves open which day 06/10/30 is, and whether 48,125 is a share. */
const OPEN = [
  "id;pollster;start;end;sample;population;a;b;source",
  "p1;Encuestas Peña;10/06/30;12/06/30;1.200;lv;48,5;45;s",
].join("\n");

test("a feed says what its file leaves open, and a workbook's sheet", () =>
  simulate("2030-06-17T12:00:00Z", async (s) => {
    const latin = Uint8Array.from(OPEN, (letter) => letter.charCodeAt(0));
    s.source = () => Promise.resolve(new Response(latin));
    const own = { ...FEED, format: "csv", source: null } as const;
    await s.put("race", raceJson({ feeds: [own] }));
    await s.pass(2000);
    expect((await inKv())?.document.polls).toBeUndefined();

    const said = { ...own, dates: "dmy", decimal: "comma", encoding: "windows-1252" } as const;
    await s.put("race", raceJson({ feeds: [said] }));
    await s.pass(60 * MINUTE);
    expect((await inKv())?.document.polls.recent).toMatchObject([
      {
        pollster: "Encuestas Peña",
        field: { start: "2030-06-10", end: "2030-06-12" },
        sample: 1200,
      },
    ]);

    const table = [
      ["id", "pollster", "start", "end", "sample", "population", "a", "b", "source"],
      ["p2", "TEST Poll", "2030-06-13", "2030-06-14", 700, "lv", 47, 46, "s"],
    ];
    const other = table.map((row) => row.map((cell) => (cell === "p2" ? "p3" : cell)));
    const book = workbook([
      { name: "Old", rows: rowsOf(other) },
      { name: "New", rows: rowsOf(table) },
    ]);
    s.source = () => Promise.resolve(new Response(book));
    await s.put("race", raceJson({ feeds: [{ ...own, sheet: "New" }] }));
    await s.pass(11 * MINUTE);
    const ids = (await inKv())?.document.polls.recent.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(["p2", "p1"]);
  }));

/** A TEST poll in VoteHub's fields. */
const listed = (id: string, a: number, b: number, population = "lv") => ({
  id,
  poll_type: "governor",
  subject: "2030 Test",
  pollster: "TEST Poll",
  sponsors: [],
  internal: false,
  partisan: null,
  start_date: "2030-06-10",
  end_date: "2030-06-12",
  sample_size: 600,
  population,
  created_at: "2030-06-13T14:00:00Z",
  answers: [
    { choice: "a", pct: a },
    { choice: "b", pct: b },
  ],
});

test("a list of polls at an address reaches readers, one survey once, credited to its source", () =>
  simulate("2030-06-17T12:00:00Z", async (s) => {
    let polls = [listed("p1", 50, 45)];
    s.source = () => Promise.resolve(Response.json(polls));
    await s.put("race", raceJson({ feeds: [FEED] }));
    await s.pass(2000);
    expect((await inKv())?.document).toMatchObject({
      polls: { count: 1, recent: [{ id: "votehub:p1", source: "s" }] },
      sources: [{ id: "s" }],
    });

    polls = [listed("p1", 50, 45), listed("p2", 49, 46, "rv")];
    await s.pass(11 * MINUTE);
    expect((await inKv())?.document).toMatchObject({
      polls: {
        count: 2,
        average: {
          inputs: [{ poll: "votehub:p1", weight: 1 }],
          leftOut: [{ poll: "votehub:p2", reason: "population" }],
        },
      },
    });
    expect(s.reports).toEqual([]);
  }));
