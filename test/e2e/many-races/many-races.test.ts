import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../../src/cli/exit-codes.ts";
import { answer, NO, race, senate, YES } from "../../formats/ap/fixture.ts";
import { type CommandDesk, openCommandDesk } from "../command/desk.ts";

const DAY = "2020-11-03";
const at = (time: string) => `${DAY}T${time}:00-05:00`;
const KEY = "TEST-key-0123456789";
const PEOPLE = Array.from({ length: 20 }, (_, i) => 7001 + i);
const QUESTIONS = Array.from({ length: 10 }, (_, i) => 8001 + i);
const IDS = [...PEOPLE, ...QUESTIONS];

/** Each contest has a count of its own, so that a mix-up shows. */
const votesOf = (id: number) => ({ Able: id, Baker: id - 1000, Yes: id, No: 100 });

function file(ids: readonly number[] = IDS): string {
  const contests = ids.map((id) =>
    id < 8000
      ? senate({ id: String(id), total: votesOf(id), areas: [], at: at("21:00") })
      : race({ id: String(id), candidates: [YES, NO], total: votesOf(id), at: at("21:00") }),
  );
  return answer(contests, { electionDate: DAY, timestamp: at("22:00"), nextrequest: null });
}

/** An agency that wants a key, and counts who asks. */
const asked: { url: string; key: string | undefined }[] = [];
const agency = createServer((request, response) => {
  asked.push({ url: request.url ?? "", key: request.headers["x-api-key"] as string | undefined });
  response.writeHead(200, { "Content-Type": "application/json" }).end(file());
});

let desk: CommandDesk;
let folder: string;
let feedUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => agency.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(agency.address() as AddressInfo).port}`;
  feedUrl = `http://${host}/v3/elections/${DAY}`;
  desk = await openCommandDesk({ TOPLINE_FEED_DEV_HOST: host, TOPLINE_SECRET_AP: KEY });
  folder = await mkdtemp(join(tmpdir(), "topline-many-"));
});

afterAll(async () => {
  await desk.topline.close();
  agency.close();
  await rm(folder, { recursive: true, force: true });
});

async function writeRaces(prefix: string, more: object): Promise<string> {
  const races = join(folder, prefix);
  for (const id of IDS) {
    const isQuestion = id >= 8000;
    const people = isQuestion ? ["Yes", "No"] : ["Ada Able", "Bo Baker"];
    const json = {
      id: `${prefix}-${id}`,
      title: `TEST ${id}`,
      office: `TEST ${id}`,
      jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx" },
      timeZone: "America/New_York",
      electionDate: DAY,
      voting: { opens: at("07:00"), closes: at("19:00") },
      electionType: isQuestion ? "referendum" : "general",
      test: true,
      contests: [`ap:${id}`],
      candidates: people.map((name) => {
        const [first = "", last = first] = name.split(" ");
        return { id: last.toLowerCase(), name, shortName: last };
      }),
      sources: [{ id: "ap", name: "AP" }],
      ...more,
    };
    await mkdir(join(races, json.id), { recursive: true });
    await writeFile(join(races, json.id, "race.json"), JSON.stringify(json));
  }
  return races;
}

/** The leader's votes, once readers have them. */
async function leads(id: string): Promise<number> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const response = await fetch(`${desk.topline.origin}/v1/races/${id}`);
    const document: any = response.ok ? await response.json() : null;
    if (document?.results) return document.results.rounds[0].candidates[0].votes;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${id} never had results`);
}

test("thirty races are put, and get their contests of one file, by one command each", async () => {
  const races = await writeRaces("xx-cmd", {});
  const checked = await desk.run("check", races, "--json");
  expect({ exit: checked.exit, races: checked.json().races.length }).toEqual({
    exit: 0,
    races: 30,
  });
  const put = await desk.run("push", races, "--yes");
  expect(put.exit).toBe(EXIT.ok);
  expect(put.stdout.match(/ stored /g)).toHaveLength(30);
  // Nobody's terminal: no line of progress.
  expect(put.stderr).toBe("");

  const path = join(folder, "ap.json");
  await writeFile(path, file([...IDS, 9001]));
  const pushed = await desk.run("push", path, "--races", "xx-cmd-*", "--yes", "--json");
  expect(pushed.stderr).toBe("");
  expect(pushed.exit).toBe(EXIT.ok);
  const told = pushed.json();
  expect(told.races).toHaveLength(30);
  for (const id of IDS)
    expect(told.races.find((one: any) => one.race === `xx-cmd-${id}`)).toMatchObject({
      status: "stored",
      what: expect.stringContaining(`key ${id}`),
    });
  expect(told.notTaken.map((one: any) => one.key)).toEqual(["9001"]);
  for (const id of IDS)
    expect({ id, votes: await leads(`xx-cmd-${id}`) }).toEqual({ id, votes: id });

  const again = await desk.run("push", path, "--races", "xx-cmd-*", "--yes");
  expect(again.exit).toBe(EXIT.ok);
  expect(again.stdout.match(/ unchanged /g)).toHaveLength(30);
  expect(again.stdout).toMatch(/not taken/);
});

test("thirty races get their contests by one feed, which asks once and with its key", async () => {
  const feed = {
    id: "ap",
    url: feedUrl,
    headers: { "x-api-key": "TOPLINE_SECRET_AP" },
    format: "ap",
    everySeconds: 3600,
  };
  const races = await writeRaces("xx-feed", { feeds: [feed] });
  expect((await desk.run("push", races, "--yes")).exit).toBe(EXIT.ok);
  for (const id of IDS)
    expect({ id, votes: await leads(`xx-feed-${id}`) }).toEqual({ id, votes: id });
  expect(asked).toEqual([{ url: `/v3/elections/${DAY}`, key: KEY }]);
  const shown = await desk.run("doctor", "--json");
  expect(shown.stdout + shown.stderr).not.toContain(KEY);
});

test("a race without a contest, and a broken file, are told", async () => {
  const path = join(folder, "one.json");
  await writeFile(path, file([7001]));
  const one = await desk.run("push", path, "--races", "xx-cmd-700*", "--dry-run", "--json");
  expect(one.json().without).toHaveLength(8);
  expect(one.json().without[0].reason).toContain("ap:7002");
  const none = await desk.run("push", path, "--races", "nobody-*", "--yes");
  expect({ exit: none.exit, said: none.stderr }).toMatchObject({ exit: EXIT.usage });
  await writeFile(path, file([7001]).slice(0, 200));
  const broken = await desk.run("push", path, "--races", "xx-cmd-*", "--yes");
  expect(broken.exit).toBe(EXIT.problem);
  expect(broken.stderr).toContain("not valid JSON");
});
