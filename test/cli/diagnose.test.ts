import { expect, test } from "vitest";
import { diagnose, diagnoseSettings } from "../../src/cli/diagnose.ts";
import { deskSummary } from "../../src/contract/desk/summary.ts";
import { SOURCE_NAMES } from "../../src/race/check.ts";

const RECORD = {
  race: "us-xx-01-test",
  revision: 7,
  hash: "0".repeat(64),
  sections: Object.fromEntries(SOURCE_NAMES.map((name) => [name, null])),
  held: 0,
  publishing: {
    publication: {
      n: 3,
      computedFor: "2026-11-03T20:00:00Z",
      acknowledgedAt: "2026-11-03T20:00:01Z",
      etag: '"abc"',
      firstRevision: 7,
      lastRevision: 7,
    },
    pending: false,
    behind: 0,
    lagSeconds: 0,
    nextAttemptAt: null,
    failures: 0,
    lastError: null,
    stuckSince: null,
    clockDueAt: null,
  },
  feeds: [],
};

function summary(publishing: object = {}, more: object = {}) {
  return deskSummary.parse({
    ...RECORD,
    ...more,
    publishing: { ...RECORD.publishing, ...publishing },
  });
}

const KV = { etag: '"abc"' };
const WHOLE = { keys: ["race:r"], missing: [], different: [], unexpected: [] };

test("a race is well when KV has what the desk published", () => {
  expect(diagnose("r", summary(), KV, WHOLE)).toEqual([
    { about: "r", well: true, message: "readers have everything up to r7" },
  ]);
  const pending = diagnose("r", summary({ pending: true, behind: 1 }), { etag: '"old"' }, WHOLE);
  expect(pending).toMatchObject([{ well: true, message: expect.stringMatching(/on its way/) }]);
});

test("KV that has something else, or nothing, is told", () => {
  expect(diagnose("r", summary(), { etag: '"old"' }, WHOLE)).toMatchObject([{ well: false }]);
  expect(diagnose("r", summary(), null, WHOLE)).toMatchObject([{ well: false }]);
});

test("a publication that doesn't get through is told with what KV said", () => {
  const lastError = { at: "2026-11-03T20:00:00Z", message: "KV PUT failed: 429" };
  const [finding] = diagnose(
    "r",
    summary({ pending: true, behind: 2, lagSeconds: 90, failures: 4, lastError }),
    KV,
    WHOLE,
  );
  expect(finding).toMatchObject({ well: false });
  expect(finding?.message).toMatch(/2 revisions and 90 s behind.*429 \(4 times\)/);
});

test("what waits to be released and what fails to be fetched is told", () => {
  const feed = {
    id: "sos",
    section: "results",
    format: "csv",
    everySeconds: 300,
    lastChange: null,
    lastAttempt: "2026-11-03T20:09:00Z",
    lastSuccess: "2026-11-03T20:00:00Z",
    failures: 3,
    problem: "the source answered 503",
    overdueSince: null,
    drift: [],
  };
  const fine = { ...feed, id: "ok", failures: 0, problem: null };
  const drifted = { ...fine, id: "csv", drift: ['"precincts" disappeared'] };
  const findings = diagnose("r", summary({}, { held: 2, feeds: [feed, drifted, fine] }), KV, WHOLE);
  expect(findings.map(({ about, well }) => [about, well])).toEqual([
    ["r", true],
    ["r", false],
    ["r, feed sos", false],
    ["r, feed csv", false],
    ["r, feed ok", true],
  ]);
  expect(findings[1]?.message).toMatch(/topline held r/);
  expect(findings[2]?.message).toMatch(/503/);
  expect(findings[3]?.message).toMatch(/"precincts" disappeared/);
});

test("a race that only readers know, or nobody, is told apart", () => {
  expect(diagnose("r", null, KV, null)[0]?.message).toMatch(/no desk holds it/);
  expect(diagnose("r", null, null, null)[0]?.message).toMatch(/no such race/);
});

test("a key that KV lost, and one that it has though nothing stands there, are told by name", () => {
  const stored = {
    ...WHOLE,
    missing: ["section:r:polls"],
    different: ["section:r:polls.csv"],
    unexpected: ["section:r:money"],
  };
  const findings = diagnose("r", summary(), KV, stored).filter(({ well }) => !well);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/lost section:r:polls: topline doctor r --republish/),
    expect.stringMatching(/another version of section:r:polls.csv/),
    expect.stringMatching(/section:r:money, which was taken away/),
  ]);
  // While a publication is on its way, KV is expected to differ.
  expect(diagnose("r", summary({ pending: true }), KV, stored)).toMatchObject([{ well: true }]);
});

test("a race is stuck though no revision waits", () => {
  const stuckSince = "2026-11-03T20:00:00Z";
  const findings = diagnose("r", summary({ pending: true, stuckSince }), KV, WHOLE);
  expect(findings).toMatchObject([
    { well: false, message: expect.stringMatching(/^stuck since 2026-11-03T20:00:00Z/) },
  ]);
});

test("a feed that nobody asks, and one that may not be asked, are told", () => {
  const feed = {
    id: "sos",
    section: "results",
    format: "csv",
    everySeconds: 60,
    lastAttempt: null,
    lastSuccess: null,
    lastChange: null,
    failures: 0,
    problem: null,
    overdueSince: null,
    drift: [],
  };
  const late = { ...feed, id: "late", overdueSince: "2026-11-03T20:00:00Z" };
  const refused = { ...feed, id: "refused", problem: "x.org is not listed in TOPLINE_FEED_HOSTS" };
  const findings = diagnose("r", summary({}, { feeds: [feed, late, refused] }), KV, WHOLE);
  expect(findings.slice(1)).toMatchObject([
    { well: true, message: "not asked yet" },
    { well: false, message: expect.stringMatching(/should have been asked at 2026-11-03T20:00/) },
    { well: false, message: expect.stringMatching(/can't be asked: x.org is not listed/) },
  ]);
});

test("secrets that hold no token, hosts that are none and an unfilled registry are told", () => {
  const settings = { complete: true, brokenTokens: [], ignoredFeedHosts: [] };
  expect(diagnoseSettings(settings)).toEqual([]);
  const broken = diagnoseSettings({
    complete: false,
    brokenTokens: ["TOPLINE_TOKEN_X"],
    ignoredFeedHosts: ["*.org"],
  });
  expect(broken.map(({ well, message }) => [well, message.split(" ")[0]])).toEqual([
    [false, "TOPLINE_TOKEN_X"],
    [false, "*.org"],
    [false, "KV"],
  ]);
});
