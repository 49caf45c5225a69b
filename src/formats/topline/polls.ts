import { poll, type Poll, type PollsSource } from "../../race/sections/polls/source.ts";
import type { Candidate } from "../../race/schema/race-facts.ts";
import { matchCandidate } from "../match/candidates.ts";
import { faultAt, textAt, writeCsv } from "../text/csv.ts";
import { fault, type Fault, type ReadResult, resultOf } from "../text/faults.ts";
import { cellOf, flagCell } from "../sheet/cells.ts";
import { checkRows, repeated, type CheckedRow } from "../sheet/check-rows.ts";
import { draftPoll } from "./draft-poll.ts";
import { candidateName, POLLS_SHEET, pollsHeader, shareColumn } from "./polls-sheet.ts";
import { openSheet, type Sheet } from "../sheet/sheet.ts";

/**
 * Reads polls.csv: one row per poll, one column per candidate with the share in percent, empty
 * where the poll didn't name that candidate. An empty `id` is derived from pollster, dates and
 * population, with a warning; an empty `survey` is the poll's own id.
 */
export function readPollsCsv(
  text: string,
  options: { readonly candidates: readonly Candidate[] },
): ReadResult<PollsSource> {
  const { candidates } = options;
  const sheet = openSheet(text, {
    ...POLLS_SHEET,
    extra: (cell) => {
      const match = matchCandidate(candidateName(cell), candidates);
      return match.ok ? shareColumn(match.id) : null;
    },
    extraNames: candidates.map((c) => c.id),
  });
  const asked = candidates.map((c) => c.id).filter((id) => sheet.at.has(shareColumn(id)));
  const { values, faults } = checkRows(sheet, poll, (cells) => draftPoll(cells, asked, sheet));
  const given = sheet.at.get("id");
  const derived = values.filter(({ row }) => textAt(row, given) === "");
  return resultOf(
    { polls: values.map(({ value }) => value) },
    [
      ...sheet.faults,
      ...headerFaults(sheet, candidates, asked),
      ...faults,
      ...repeatedIds(sheet, values, new Set(derived)),
    ],
    derived.map(({ row, value }) =>
      faultAt(
        sheet.header,
        row,
        given,
        `has no id and gets ${value.id}: keep that, so that a corrected poll stays the same poll`,
      ),
    ),
  );
}

/**
 * Writes polls.csv; reading it gives the same source. Candidates that a poll names and the race
 * doesn't know get a column too, so that nothing is lost on the way out.
 */
export function writePollsCsv(
  source: PollsSource,
  options: { readonly candidates: readonly Pick<Candidate, "id">[] },
): string {
  const named = source.polls.flatMap((p) => p.shares.map((s) => s.candidate));
  const ids = [...new Set([...options.candidates.map((c) => c.id), ...named])];
  return writeCsv(
    pollsHeader(ids),
    source.polls.map((p) => pollCells(p, ids)),
  );
}

function pollCells(p: Poll, ids: readonly string[]): readonly string[] {
  const { start, end, middle } = { start: "", end: "", middle: "", ...p.field };
  const shares = new Map(p.shares.map((s) => [s.candidate, s.share]));
  return [
    p.id,
    p.survey,
    p.pollster,
    cellOf(p.sponsor),
    start,
    end,
    middle,
    cellOf(p.sample),
    cellOf(p.population),
    cellOf(p.marginOfError),
    ...ids.map((id) => cellOf(shares.get(id) ?? null)),
    cellOf(p.undecided),
    cellOf(p.partisan),
    flagCell(p.internal),
    cellOf(p.publishedAt),
    p.source,
    cellOf(p.url),
    cellOf(p.note),
  ];
}

/** What a file of polls can't do without, though no single column is required. */
function headerFaults(
  sheet: Sheet,
  candidates: readonly Candidate[],
  asked: readonly string[],
): readonly Fault[] {
  const { line, cells } = sheet.header;
  if (cells.length === 0) return [];
  const faults: Fault[] = [];
  if (!sheet.at.has("middle") && !(sheet.at.has("start") && sheet.at.has("end"))) {
    faults.push(
      fault("the days of the field work are missing: add start and end, or middle", { line }),
    );
  }
  if (asked.length === 0) {
    const ids = candidates.map((c) => c.id).join(", ");
    faults.push(fault(`no column has a candidate's share: add one each for ${ids}`, { line }));
  }
  return faults;
}

function repeatedIds(
  sheet: Sheet,
  values: readonly CheckedRow<Poll>[],
  derived: ReadonlySet<CheckedRow<Poll>>,
): readonly Fault[] {
  return repeated(
    sheet,
    values,
    "id",
    ({ id }) => id,
    (repeat, line) =>
      derived.has(repeat)
        ? `has the pollster, dates and population of line ${line}: give each an id of its own`
        : `${repeat.value.id} is the id of line ${line} already: give each an id of its own`,
  );
}
