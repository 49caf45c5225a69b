import { beforeAll, expect, test } from "vitest";
import { readXml } from "../../../src/formats/text/xml.ts";
import { client, hurry, RACE_ID, raceJson } from "../desk/fixture.ts";
import { openApp, ORIGIN } from "../harness.ts";

const votes = (a: number, b: number) => ({
  counts: [
    { area: "total", measure: "votes", candidate: "a", value: a },
    { area: "total", measure: "votes", candidate: "b", value: b },
  ].map((row) => ({ ...row, asOf: "2020-06-18", source: "s" })),
});

beforeAll(async () => {
  const { ask } = await client();
  const race = raceJson({
    electionDate: "2020-06-18",
    voting: { opens: "2020-06-18T07:00:00-04:00", closes: "2020-06-18T19:00:00-04:00" },
  });
  const writes = [
    ["race", race],
    ["results", votes(510, 490)],
    ["results?correction=Ames+%26+Byrd+were+swapped+in+%3Cone%3E+town.", votes(512, 500)],
  ] as const;
  for (const [path, json] of writes) {
    const answer = await ask("PUT", `${RACE_ID}/desk/${path}`, { json });
    if (answer.status !== 200) throw new Error(await answer.text());
    await hurry();
  }
});

/** The texts of a feed's entries, by element. */
async function entries(path: string) {
  const answer = await openApp().ask(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  const found: Record<string, string>[] = [];
  const fault = readXml(await answer.text(), {
    open: ({ name }) => name === "entry" && found.push({}),
    close: (name, text, parents) => {
      const entry = found.at(-1);
      if (entry && parents.at(-1) === "entry") entry[name] = text;
    },
  });
  expect(fault).toBeNull();
  return found;
}

test("a feed tells what changed, newest first, and marks corrections", async () => {
  const found = await entries(`/races/${RACE_ID}/feed.xml`);
  const [newest, counted] = found;
  expect(newest?.["title"]).toMatch(/^Correction, .*: Ames & Byrd were swapped in <one> town\.$/);
  expect(newest?.["content"]).toContain("50.6%");
  expect(counted?.["title"]).toContain("51.0%");
  expect(newest?.["id"]).toBe(`${ORIGIN}/races/${RACE_ID}#${found.length}`);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

test("a feed speaks the race's other language", async () => {
  const [newest] = await entries(`/races/${RACE_ID}/feed.xml?lang=es`);
  expect(newest?.["title"]).toMatch(/^Corrección/);
});

test("there is no feed of a race that there isn't", async () => {
  expect((await openApp().ask("/races/no-such-race/feed.xml")).status).toBe(404);
});
