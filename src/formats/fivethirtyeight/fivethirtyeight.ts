import { columnsOf, faultAt, readCsv, textAt, type CsvRow } from "../text/csv.ts";
import { fault, type Fault, type ReadResult, resultOf } from "../text/faults.ts";
import { cellKind, contestKey, formOf, FORMS, isPrimary, type Form } from "./form.ts";
import { draftQuestion, questionColumn, questionRow, roundedSample } from "./question.ts";
import type { PollAnswer, PollContest, PollQuestion } from "../match/contests.ts";
import { checkRow, type Cells } from "../sheet/check-rows.ts";
import {
  type CellKind,
  type CellsSaid,
  NOTHING_SAID_OF_CELLS,
  plainRows,
} from "../sheet/local-cells.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { Format } from "../format.ts";
import { readPolls } from "../match/pick-polls.ts";

/** A contest while its rows are read. */
type Draft = Omit<PollContest, "date" | "questions" | "faults" | "warnings"> & {
  date: string | null;
  readonly questions: Map<string, Omit<PollQuestion, "answers"> & { answers: PollAnswer[] }>;
  readonly faults: Fault[];
  readonly warnings: Fault[];
};

/** How many faults are listed before a file is given up, whichever contests they are of. */
const MAX_FAULTS = 1000;

export const fiveThirtyEight = {
  name: "fivethirtyeight",
  title: "a list of polls in FiveThirtyEight's columns",
  sections: ["polls"],
  tables: FORMS.map(({ required, oneOf }) => [...required, ...oneOf.slice(0, 1)]),
  looksLike: ({ columns }) => formOf(columns) !== null,
  read: (text, request) => readPolls(readFiveThirtyEight(text, request), request),
} as const satisfies Format;

/**
 * Reads a list of polls as FiveThirtyEight published them, and files that reuse its columns: one
 * row per answer, or one per question with `cand1_…` and `cand2_…` or with `dem` and `rep`. Gives
 * every contest of the file. Ids are `538:<poll_id>:<question_id>`, the survey is `538:<poll_id>`;
 * `created_at` is taken as US Eastern time. Rows that can't be read are faults of their contest.
 */
export function readFiveThirtyEight(
  text: string,
  said: CellsSaid = NOTHING_SAID_OF_CELLS,
): ReadResult<{ readonly contests: readonly PollContest[] }> {
  const { header, rows, faults } = readCsv(text);
  if (faults.length > 0) return { ok: false, faults };
  const at = columnsOf(header);
  const form = formOf(at);
  if (form === null) {
    const message =
      "isn't a list of polls in FiveThirtyEight's columns: it needs poll_id, question_id, pollster, days, and answers with their shares";
    return { ok: false, faults: [fault(message, { line: header.line })] };
  }
  const sheet: Sheet = { header, rows, at, missing: new Set(), faults: [] };
  const contests = new Map<string, Draft>();
  let count = 0;
  for (const row of plainRows(rows, kindsOf(at), said)) {
    count += readRow(sheet, row, form, contests);
    if (count > MAX_FAULTS) {
      const all = [...contests.values()].flatMap((contest) => contest.faults);
      const message = `more than ${MAX_FAULTS} faults: the rows from here on aren't checked`;
      return resultOf({ contests: [] }, [...all, fault(message, { line: row.line })]);
    }
  }
  const value = [...contests.values()].map((contest) => ({
    ...contest,
    questions: [...contest.questions.values()],
  }));
  return { ok: true, value: { contests: value }, warnings: [] };
}

/** Numbers and days of these columns may be written as some country writes them. */
function kindsOf(at: ReadonlyMap<string, number>): ReadonlyMap<number, CellKind> {
  return new Map(
    [...at].flatMap(([column, i]) => {
      const kind = cellKind(column);
      return kind === null ? [] : [[i, kind] as const];
    }),
  );
}

/** Adds a row to its contest, and says how many faults it has. */
function readRow(sheet: Sheet, row: CsvRow, form: Form, contests: Map<string, Draft>): number {
  // Notes have been typed on several lines.
  const cells: Cells = (column) => textAt(row, sheet.at.get(column)).replace(/\s*[\r\n]+\s*/g, " ");
  const key = contestKey(cells);
  const contest = contests.get(key) ?? newContest(key, form.title(cells), isPrimary(cells));
  contests.set(key, contest);
  const answers = form.answers(cells);
  const checked = checkRow(sheet, row, questionRow, () => ({
    value: { ...draftQuestion(cells), answers },
    columnOf: (path) => {
      const [part, i, inner] = path;
      if (part !== "answers") return questionColumn(path, sheet);
      const column = answers[Number(i)]?.column ?? "";
      return inner === "names" ? nameColumn(column, sheet) : column;
    },
  }));
  if (!checked.ok) {
    contest.faults.push(...checked.faults);
    return checked.faults.length;
  }
  const { poll, electionDate, answers: found } = checked.value;
  contest.date ??= electionDate;
  const before = contest.questions.get(poll.id);
  if (before === undefined) {
    contest.questions.set(poll.id, { line: row.line, poll, electionDate, answers: [...found] });
    const rounded = roundedSample(cells);
    if (rounded !== null) {
      const column = questionColumn(["poll", "sample"], sheet);
      contest.warnings.push(faultAt(sheet.header, row, sheet.at.get(column), rounded));
    }
  } else if (JSON.stringify(before.poll) === JSON.stringify(poll)) {
    before.answers.push(...found);
  } else {
    const message = `says otherwise about question ${poll.id} than line ${before.line}: make them agree`;
    contest.faults.push(faultAt(sheet.header, row, sheet.at.get("question_id"), message));
    return 1;
  }
  const url = sheet.at.get("url");
  if (poll.url === null && textAt(row, url) !== "" && before === undefined) {
    const message = `is no web address and is left out: ${textAt(row, url).slice(0, 60)}`;
    contest.warnings.push(faultAt(sheet.header, row, url, message));
  }
  return 0;
}

function newContest(key: string, title: readonly string[], primary: boolean): Draft {
  return {
    key,
    isPrimary: primary,
    title: title.filter((part) => part !== "").join(", ") || key,
    date: null,
    questions: new Map(),
    faults: [],
    warnings: [],
  };
}

/** The column that names the candidate whose share stands in `column`. */
function nameColumn(column: string, sheet: Sheet): string {
  if (column !== "pct") return column.replace("_pct", "_name");
  return sheet.at.has("candidate_name") ? "candidate_name" : "answer";
}
