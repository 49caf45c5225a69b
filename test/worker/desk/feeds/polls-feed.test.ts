import { reset } from "cloudflare:test";
import { afterEach, expect, test } from "vitest";
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
