import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRaceFolder } from "../../src/cli/folder/race-folder.ts";
import { checkRaceData } from "../../src/race/check.ts";
import { compileRace } from "../../src/race/compile/compile-race.ts";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import { textOf } from "../cards/visible-text.tsx";
import { countedRace, crowd } from "../cards/fixtures/results-race.ts";
import { page, rows } from "../docs/manual.ts";

const FOLDERS = join(import.meta.dirname, "../fixtures/kinds");
const kinds = (await readdir(FOLDERS)).toSorted();
const told = new Map(
  rows(await page("docs/wording.md")).map(([kind = "", en = "", es = ""]) => [kind, { en, es }]),
);

async function compiled(kind: string): Promise<RaceDocument> {
  const read = await readRaceFolder(join(FOLDERS, kind));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const checked = checkRaceData(read.value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const now = read.value.race.asOf ?? "";
  return compileRace(read.value, { revision: 1, publication: 1, updatedAt: now, now }).document;
}

describe("each kind of race, from its folder to the card", () => {
  test.each(kinds)("%s says what the manual says, and draws no false number", async (kind) => {
    const race = await compiled(kind);
    const said = Object.entries(race.results?.statement ?? {});
    expect(Object.fromEntries(said.map(([tag, text]) => [tag, plain(text)]))).toEqual(
      told.get(`\`${kind.replace("test-kind-", "")}\``),
    );
    for (const lang of ["en", "es"] as const) {
      const text = textOf({ race, card: "results", lang });
      expect(text).not.toMatch(/NaN|Infinity|undefined|null|\b0 v[o]t(e|o)s\b|leads/);
      expect(text).toMatch(/^(TEST: made-up|PRUEBA)/);
    }
  });

  test.each([
    [
      "lists",
      "en",
      [
        "Party Votes %",
        "A list needs 5% of votes for seats, except three seats won directly",
        "Projections, not counts (1)",
        "Projection by Test Wire, November 3 at 8:00 PM EST; no votes counted",
        "Able (R) 51.0%",
      ],
    ],
    ["lists", "es", ["Partido Votos %", "Una lista necesita el 5% de los votos"]],
    ["measure", "es", ["Respuesta Votos %", "Sí 571", "Aún no hay resultado declarado"]],
    ["measure", "en", ["Answer Votes %", "Nobody has called it yet"]],
    ["measure-minnesota", "en", ["Yes 520 49.1%", "Shares are percent of ballots"]],
    ["ranked", "en", ["Votes and bars are of first choices", "Clay (I) 250 out"]],
    ["stv", "en", ["Votes needed for a seat: 334", "Able (R) 400 elected"]],
    [
      "recall",
      "en",
      ["Counts only if the officeholder is removed", "No report yet from Birch County"],
    ],
    ["fusion", "en", ["Able (R) R 400 + C 60 460"]],
    ["flipped", "en", ["The seat changes party: Democratic before"]],
    ["uncontested", "en", ["Able", "unopposed"]],
  ] as const)("%s in %s has on its card what readers need", async (kind, lang, parts) => {
    const text = textOf({ race: await compiled(`test-kind-${kind}`), card: "results", lang });
    for (const part of parts) expect(text).toContain(part);
    // Nobody wins a question, and lists and answers are no candidates.
    const wrong = /lists|measure/.test(kind) ? /Candid|winner|quién ganó/ : /undefined/;
    expect(text).not.toMatch(wrong);
  });

  test("a count that comes whole is nobody’s to read before it is declared", async () => {
    const read = await readRaceFolder(join(FOLDERS, "test-kind-constituency"));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const { declared: _, ...race } = read.value.race;
    const now = "2026-11-04T02:00:00Z";
    const stamps = { revision: 1, publication: 1, updatedAt: now, now };
    const made = compileRace({ ...read.value, race, calls: null }, stamps);
    expect(made.document.results ?? null).toBeNull();
    expect(JSON.stringify(made)).not.toMatch(/22,?000/);
  });

  test("before the close a card of results says when that is, and afterwards nothing that nobody said", async () => {
    const read = await readRaceFolder(join(FOLDERS, "test-kind-nonpartisan"));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const at = (now: string) => {
      const race = { ...read.value.race, asOf: null };
      const stamps = { revision: 1, publication: 1, updatedAt: now, now };
      return compileRace({ ...read.value, race, results: null }, stamps).document;
    };
    const open = at("2026-11-03T17:00:00Z");
    expect(textOf({ race: open, card: "results" })).toContain("Polls close at 7 p.m. EST");
    expect(textOf({ race: open, card: "results", lang: "es" })).toMatch(/cierran a las 7/);
    for (const now of ["2026-11-03T11:59:00Z", "2026-11-04T00:00:00Z"])
      expect(at(now).results).toBeUndefined();
  });

  test("the manual tells of no kind that there is no folder of", () => {
    const names = kinds.map((kind) => `\`${kind.replace("test-kind-", "")}\``);
    expect([...told.keys()].toSorted()).toEqual(names.toSorted());
  });
});

function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

const people = crowd(4);
const counts = fc.record({
  votes: fc.tuple(...people.map(() => fc.nat({ max: 3_000_000 }))),
  percent: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }),
});

/** A count of four, as the document says it. */
function countOf({ votes, percent }: { votes: readonly number[]; percent: number | undefined }) {
  const byId = Object.fromEntries(people.map(({ id }, i) => [id, votes[i] ?? 0]));
  const moment = { votes: byId, change: { candidates: people } };
  return countedRace(percent === undefined ? moment : { ...moment, expectedPercent: percent });
}

test("the order of a count is that of its votes, whatever shares are rounded to", () => {
  fc.assert(
    fc.property(counts, (count) => {
      const listed = countOf(count).results?.rounds[0]?.candidates ?? [];
      const votes = listed.map((one) => one.votes ?? 0);
      expect(votes).toEqual(votes.toSorted((a, b) => b - a));
    }),
  );
});

test("nothing is told as 0 % or 100 % that isn't, nobody wins or leads without a call", () => {
  fc.assert(
    fc.property(counts, (count) => {
      const race = countOf(count);
      const total = count.votes.reduce((sum, n) => sum + n, 0);
      const text = textOf({ race, card: "results" });
      const none = count.votes.some((n) => n === 0);
      const all = count.votes.some((n) => n === total);
      expect(none || !/(^|[^\d.])0(\.0)?%/.test(text)).toBe(true);
      expect(all || !/(^|[^\d.])100(\.0)?%/.test(text)).toBe(true);
      expect(text).not.toMatch(/\bwins?\b|leads|\bahead\b/i);
      expect(race.results?.rounds[0]?.candidates.every(({ status }) => status === null)).toBe(true);
    }),
  );
});
