import { expect, test } from "vitest";
import { diagnose } from "../../src/cli/diagnose.ts";
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

test("a race is well when KV has what the desk published", () => {
  expect(diagnose("r", summary(), KV)).toEqual([
    { about: "r", well: true, message: "readers have everything up to r7" },
  ]);
  const pending = diagnose("r", summary({ pending: true, behind: 1 }), { etag: '"old"' });
  expect(pending).toMatchObject([{ well: true, message: expect.stringMatching(/on its way/) }]);
});

test("KV that has something else, or nothing, is told", () => {
  expect(diagnose("r", summary(), { etag: '"old"' })).toMatchObject([{ well: false }]);
  expect(diagnose("r", summary(), null)).toMatchObject([{ well: false }]);
});

test("a publication that doesn't get through is told with what KV said", () => {
  const lastError = { at: "2026-11-03T20:00:00Z", message: "KV PUT failed: 429" };
  const [finding] = diagnose(
    "r",
    summary({ pending: true, behind: 2, lagSeconds: 90, failures: 4, lastError }),
    KV,
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
    drift: [],
  };
  const fine = { ...feed, id: "ok", failures: 0, problem: null };
  const drifted = { ...fine, id: "csv", drift: ['"precincts" disappeared'] };
  const findings = diagnose("r", summary({}, { held: 2, feeds: [feed, drifted, fine] }), KV);
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
  expect(diagnose("r", null, KV)[0]?.message).toMatch(/no desk holds it/);
  expect(diagnose("r", null, null)[0]?.message).toMatch(/no such race/);
});
