import { reset } from "cloudflare:test";
import { afterEach, expect, inject, test } from "vitest";
import { listHeld } from "../../../../src/worker/desk/storage/held.ts";
import { listRevisions } from "../../../../src/worker/desk/storage/log.ts";
import { summarize } from "../../../../src/worker/desk/summary.ts";
import { answer, senate } from "../../../formats/ap/fixture.ts";
import type { Asked, Told } from "../../agency.ts";
import { raceJson } from "../fixture.ts";
import { inKv, simulate, type Simulation } from "../simulation.ts";

afterEach(reset);

// Polls closed two hours before.
const START = "2030-06-19T01:00:00Z";
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOST = inject("agency");
const KEY = "TEST-key-0123456789";
const ADDRESS = "/v3/elections/2030-06-18?level=ru";
const RACE = raceJson({
  candidates: [
    { id: "ada", name: "Ada Able", shortName: "Able" },
    { id: "bo", name: "Bo Baker", shortName: "Baker" },
  ],
  sources: [{ id: "ap", name: "AP" }],
  feeds: [
    {
      id: "wire",
      url: `http://${HOST}${ADDRESS}`,
      headers: { "x-api-key": "TOPLINE_SECRET_AP" },
      format: "ap",
      everySeconds: 60,
    },
  ],
});

const minute = (n: number) => new Date(Date.parse(START) + n * MINUTE).toISOString();

type Night = {
  /** The agency answers so from now on, with its count `minutes` into the night. */
  readonly says: (change: Parameters<typeof senate>[0], minutes: number) => Promise<void>;
  readonly tells: (told: Told) => Promise<void>;
  /** The next time that the feed is due has come, and readers have what it brought. */
  readonly goesOn: (ms?: number) => Promise<any>;
  readonly asked: () => Promise<readonly Asked[]>;
  readonly feed: () => Promise<any>;
};

function night(s: Simulation): Night {
  s.source = (url, init) => fetch(url, init);
  const tells = async (told: Told) => {
    await fetch(`http://${HOST}/told`, { method: "PUT", body: JSON.stringify(told) });
  };
  return {
    tells,
    says: (change, minutes) => {
      const at = minute(minutes);
      const nextrequest = `http://${HOST}/next?minutes=${minutes}`;
      const races = [senate({ at, ...change }), senate({ id: "7002", at })];
      const body = answer(races, { electionDate: "2030-06-18", timestamp: at, nextrequest });
      return tells({ body, headers: { ETag: `"${minutes}"` } });
    },
    goesOn: async (ms = MINUTE) => {
      await s.pass(ms);
      await s.pass(2 * SECOND);
      return (await inKv())?.document;
    },
    asked: async () => (await fetch(`http://${HOST}/asked`)).json(),
    feed: async () => (await summarize(s.desk)).feeds[0],
  };
}

/** Big enough for an office's slip of the hand to be small. */
const COUNTS = {
  total: { Able: 60_000, Baker: 50_000 },
  areas: [
    { name: "North", votes: { Able: 20_000, Baker: 30_000 } },
    { name: "South", votes: { Able: 40_000, Baker: 20_000 } },
  ],
};
const ZERO = { Able: 0, Baker: 0 };
const ZEROS = {
  total: ZERO,
  areas: ["North", "South"].map((name) => ({ name, votes: ZERO })),
};
const CALLED_AT = "2030-06-19T01:05:00Z";

test("a night of AP's: counts, expected vote, a quota, a call, zeros, a correction, a runoff", () =>
  simulate(
    START,
    async (s) => {
      const { says, tells, goesOn, asked, feed } = night(s);
      await asked();
      const contests = { contests: ["ap:7001"] };
      await says({ ...COUNTS, eevp: "<1", more: { raceCallStatus: "Too Early to Call" } }, 0);
      await s.put("race", { ...RACE, ...contests });
      const first = await goesOn(0);
      expect(first).toMatchObject({
        results: {
          rounds: [{ votes: 110_000 }],
          count: { expected: { percent: 0.5, by: "AP" } },
        },
        callState: { value: "too_early", by: "AP" },
      });
      expect(await asked()).toEqual([{ url: ADDRESS, key: KEY, etag: null }]);

      // From now on only what has changed is asked for.
      const more = { ...COUNTS, total: { Able: 60_500, Baker: 50_400 } };
      await says({ ...more, eevp: 82 }, 1);
      expect(await goesOn()).toMatchObject({
        results: { rounds: [{ votes: 110_900 }], count: { expected: { percent: 82 } } },
      });
      expect(await asked()).toEqual([{ url: "/next?minutes=0", key: KEY, etag: null }]);

      await tells({ status: 429, headers: { "Retry-After": "300" } });
      const during = await goesOn();
      expect(during.results.rounds[0].votes).toBe(110_900);
      expect(await feed()).toMatchObject({ failures: 1, problem: `${HOST} answered 429` });
      expect(await asked()).toHaveLength(1);
      await says({ ...more, eevp: 90, winners: { Able: "X" }, calledAt: CALLED_AT }, 5);
      await goesOn(3 * MINUTE);
      expect(await asked()).toEqual([]);
      const called = await goesOn(3 * MINUTE);
      expect(called).toMatchObject({
        status: "called",
        calls: [{ candidate: "ada", outcome: "won", caller: "AP", at: CALLED_AT }],
      });
      expect(called.callState ?? null).toBeNull();
      expect((await asked())[0]?.url).toBe("/next?minutes=1");
      expect(await feed()).toMatchObject({ failures: 0, problem: null });

      // Made of zeros: held, and the call stays.
      await says({ ...ZEROS, eevp: 0 }, 8);
      expect(await goesOn()).toMatchObject({
        status: "called",
        results: { rounds: [{ votes: 110_900 }] },
        calls: [{ candidate: "ada" }],
      });
      expect(listHeld(s.desk.sql).length).toBeGreaterThan(0);

      // North takes 20 votes back, and AP its call.
      const areas = [{ name: "North", votes: { Able: 19_980, Baker: 30_000 } }, COUNTS.areas[1]!];
      const corrected = { areas, total: { Able: 60_480, Baker: 50_400 } };
      await says({ ...corrected, eevp: 91 }, 9);
      const after = await goesOn();
      expect(after).toMatchObject({
        status: "counting",
        results: { rounds: [{ votes: 110_880 }] },
      });
      expect(after.calls).toMatchObject([{ candidate: "ada", retracted: { at: minute(9) } }]);
      expect(after.revisions).toContainEqual(
        expect.objectContaining({ area: "North", before: 20_000, after: 19_980 }),
      );
      expect(listHeld(s.desk.sql)).toEqual([]);

      const winners = { Able: "R", Baker: "R" };
      await says({ ...corrected, eevp: ">99", winners, calledAt: minute(10) }, 10);
      expect(await goesOn()).toMatchObject({
        calls: [
          { candidate: "ada", outcome: "runoff" },
          { candidate: "bo", outcome: "runoff" },
        ],
      });
      // Nothing new: an answer without races, at the address that was named last.
      await asked();
      await tells({ body: answer([], { electionDate: "2030-06-18", nextrequest: null }) });
      const { publication } = await goesOn();
      expect((await inKv())?.document.publication).toBe(publication);
      expect(await asked()).toMatchObject([{ url: "/next?minutes=10", key: KEY }]);

      const authors = new Set(listRevisions(s.desk.sql, 99, 99).map(({ author }) => author));
      expect(authors).toEqual(new Set(["tester", "feed:wire"]));
      const kept = s.desk.sql.exec("SELECT value FROM shared_feed").toArray();
      const health = s.desk.sql.exec("SELECT health FROM feeds").toArray();
      expect(JSON.stringify([kept, health, await feed(), s.reports])).not.toContain(KEY);
    },
    undefined,
    { TOPLINE_FEED_DEV_HOST: HOST, TOPLINE_SECRET_AP: KEY },
  ));

test("an ETag saves the file where the agency names no next request", () =>
  simulate(
    START,
    async (s) => {
      const { tells, goesOn, asked, feed } = night(s);
      await asked();
      const body = answer([senate({ ...COUNTS, at: START })], {
        electionDate: "2030-06-18",
        nextrequest: null,
      });
      await tells({ body, headers: { ETag: '"a"' } });
      await s.put("race", RACE);
      await goesOn(0);
      await goesOn();
      expect(await asked()).toEqual([
        { url: ADDRESS, key: KEY, etag: null },
        { url: ADDRESS, key: KEY, etag: '"a"' },
      ]);
      expect(await feed()).toMatchObject({ failures: 0 });
    },
    undefined,
    { TOPLINE_FEED_DEV_HOST: HOST, TOPLINE_SECRET_AP: KEY },
  ));
