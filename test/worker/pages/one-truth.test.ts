import { beforeAll, expect, test } from "vitest";
import type { RaceDocument } from "../../../src/race/schema/document.ts";
import { client, hurry, pollJson, RACE_ID, raceJson } from "../desk/fixture.ts";
import { openApp, ORIGIN } from "../harness.ts";

beforeAll(async () => {
  const { ask } = await client();
  const counts = [
    { date: "2020-06-08", mode: "absentee_mail", ballots: 9_871, source: "s" },
    { date: "2020-06-09", mode: "absentee_mail", ballots: 12_346, source: "s" },
    { date: "2020-06-09", mode: "early_in_person", ballots: 3_457, source: "s" },
  ];
  const bodies = {
    race: raceJson({ asOf: "2020-06-10T08:00:00-04:00" }),
    polls: {
      polls: [pollJson("p1", 51.7, 43.2), pollJson("p2", 50.3, 44.6), pollJson("p3", 49.8, 45.1)],
    },
    turnout: { counts },
  };
  for (const [section, json] of Object.entries(bodies)) {
    const answer = await ask("PUT", `${RACE_ID}/desk/${section}`, { json });
    if (answer.status !== 200) throw new Error(await answer.text());
  }
  await hurry();
});

/** Every output of one publication in one language, as text. */
async function outputs(lang: string): Promise<Readonly<Record<string, string>>> {
  const { ask } = openApp();
  const addresses = {
    fragment: `/embed/${RACE_ID}/auto.html?lang=${lang}`,
    frame: `/embed/${RACE_ID}/auto?lang=${lang}`,
    page: `/races/${RACE_ID}?lang=${lang}`,
    "polls.svg": `/embed/${RACE_ID}/polls.svg?lang=${lang}`,
    "polls.txt": `/embed/${RACE_ID}/polls.txt?lang=${lang}`,
    "turnout.svg": `/embed/${RACE_ID}/turnout.svg?lang=${lang}`,
    "turnout.txt": `/embed/${RACE_ID}/turnout.txt?lang=${lang}`,
    atom: `/races/${RACE_ID}/feed.xml?lang=${lang}`,
    oembed: `/oembed?url=${encodeURIComponent(`${ORIGIN}/races/${RACE_ID}?lang=${lang}`)}`,
  };
  const texts = await Promise.all(
    Object.entries(addresses).map(async ([name, address]) => {
      const answer = await ask(address);
      expect([name, answer.status]).toEqual([name, 200]);
      return [name, textOf(await answer.text())];
    }),
  );
  return Object.fromEntries(texts);
}

/** What a reader sees of HTML, SVG, XML or text. */
function textOf(markup: string): string {
  return (
    markup
      .replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, "")
      // A picture's title is its headline.
      .replaceAll("</title>", "\n")
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&")
      .replaceAll("\u00a0", " ")
  );
}

async function document(): Promise<RaceDocument> {
  return (await openApp().ask(`/v1/races/${RACE_ID}`)).json<RaceDocument>();
}

test.each(["en", "es"])("all outputs of one publication say the same: %s", async (lang) => {
  const race = await document();
  const shares = race.polls!.average!.shares.map(({ share }) => share!);
  const ballots = race.turnout!.ballots.toLocaleString("en-US");
  expect([shares.length, ballots]).toEqual([2, "15,803"]);
  const said = await outputs(lang);

  const headlines = ["polls", "turnout"].map((card) => said[`${card}.svg`]!.split("\n")[0]!);
  for (const share of shares) expect(headlines[0]).toContain(`${Math.round(share)}%`);
  expect(headlines[1]).toContain(ballots);
  for (const name of ["fragment", "frame", "page", "atom", "oembed"])
    for (const headline of headlines) expect([name, said[name]]).toEqual([name, having(headline)]);
  for (const [i, card] of ["polls", "turnout"].entries())
    expect(said[`${card}.txt`]).toContain(headlines[i]);

  for (const name of ["fragment", "frame", "page", "polls.svg", "polls.txt"])
    for (const share of shares)
      expect([name, said[name]]).toEqual([name, having(share.toFixed(1))]);
  for (const name of ["fragment", "frame", "page", "turnout.svg", "turnout.txt"])
    for (const number of [ballots, "12,346", "3,457"])
      expect([name, said[name]]).toEqual([name, having(number)]);
});

function having(text: string): string {
  return expect.stringContaining(text) as string;
}

test("the tables have the numbers of the document", async () => {
  const race = await document();
  const { ask } = openApp();
  const turnout = await (await ask(`/v1/races/${RACE_ID}/turnout.csv`)).text();
  const [head = "", ...lines] = turnout.trim().split(/\r?\n/);
  const columns = head.split(",");
  const last = new Map(
    lines.map((line) => {
      const cells = line.split(",");
      return [cells[columns.indexOf("mode")], Number(cells[columns.indexOf("ballots")])];
    }),
  );
  const sum = [...last.values()].reduce((total, ballots) => total + ballots, 0);
  expect(sum).toBe(race.turnout!.ballots);
  const polls = await (await ask(`/v1/races/${RACE_ID}/polls.csv`)).text();
  for (const { pollster, shares } of race.polls!.recent) {
    const line = polls.split(/\r?\n/).find((row) => row.includes(pollster))!;
    for (const { share } of shares) expect(line.split(",")).toContain(String(share));
  }
});
