import { z } from "zod";
import { date, line, percent, webAddress } from "../../race/schema/common.ts";
import { poll } from "../../race/sections/polls/source.ts";
import {
  flagOrText,
  given,
  required,
  sampleAdvice,
  textOrNull,
  wholeSample,
  wordOrNull,
} from "../sheet/cells.ts";
import type { Cells } from "../sheet/check-rows.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { isoDate, isoMoment } from "./times.ts";

/** No note that a poll can hold is longer. */
const MAX_NOTE_LENGTH = 300;

/** What every row of these files says. */
export const questionRow = z.object({
  poll: poll.omit({ shares: true, source: true }),
  electionDate: date.nullable(),
  answers: z.array(z.object({ names: z.array(line).min(1), share: percent })),
});

/** The columns in which a part of a question may stand, by the names of its several files. */
const COLUMNS = {
  id: ["question_id"],
  survey: ["poll_id"],
  start: ["start_date"],
  end: ["end_date"],
  middle: ["polldate"],
  sample: ["sample_size", "samplesize"],
  sponsor: ["sponsors"],
  publishedAt: ["created_at"],
  mode: ["methodology"],
  note: ["notes", "comment"],
  electionDate: ["election_date", "electiondate"],
} as const satisfies Record<string, readonly string[]>;
type Part = keyof typeof COLUMNS;

/** A row's poll and election date as the schema wants them; its answers are each file's own. */
export function draftQuestion(cells: Cells): {
  readonly poll: unknown;
  readonly electionDate: unknown;
} {
  const cell = (part: Part) => cellOf(cells, part);
  const [survey, question, middle] = [cell("survey"), cell("id"), cell("middle")];
  const range = { start: dateOf(cell("start")), end: dateOf(cell("end")) };
  const published = cell("publishedAt");
  return {
    electionDate: dateOf(cell("electionDate")) ?? null,
    poll: {
      id: question === "" ? undefined : `538:${survey}:${question}`,
      survey: survey === "" ? undefined : `538:${survey}`,
      pollster: required(textOrNull(cells("pollster"))),
      sponsor: textOrNull(cell("sponsor")),
      field: middle === "" ? range : { middle: isoDate(middle) },
      sample: wholeSample(cell("sample")),
      population: wordOrNull(cells("population")),
      partisan: textOrNull(cells("partisan")),
      // Files without the column name the candidate who paid instead.
      internal: flagOrText(cells("internal") || (cells("sponsor_candidate") === "" ? "" : "yes")),
      publishedAt: published === "" ? null : isoMoment(published),
      url: webAddress.safeParse(cells("url")).data ?? null,
      ...given({ mode: textOrNull(cell("mode")) }),
      note: noteOf(cell("note"), cells("ranked_choice_reallocated")),
    },
  };
}

/** What is to be said of a sample that isn't a whole number; null where it is. */
export function roundedSample(cells: Cells): string | null {
  return sampleAdvice(cellOf(cells, "sample"));
}

/** The first column with the part that isn't empty. */
function cellOf(cells: Cells, part: Part): string {
  return COLUMNS[part].map(cells).find((text) => text !== "") ?? "";
}

/** The column in which a part of the row's poll or election date stands. */
export function questionColumn(path: readonly PropertyKey[], sheet: Sheet): string {
  const [, part, day] = path;
  const name = String(path[0] === "electionDate" ? path[0] : (day ?? part));
  const columns: readonly string[] = Object.hasOwn(COLUMNS, name)
    ? COLUMNS[name as keyof typeof COLUMNS]
    : [name === "field" ? "end_date" : name];
  return columns.find((column) => sheet.at.has(column)) ?? columns[0] ?? name;
}

function dateOf(cell: string): string | undefined {
  return cell === "" ? undefined : isoDate(cell);
}

function noteOf(text: string, reallocated: string): string | null {
  const ranked = flagOrText(reallocated) === true ? "ranked choices reallocated" : "";
  const note = [text, ranked].filter((part) => part !== "").join("; ");
  return textOrNull(note.slice(0, MAX_NOTE_LENGTH).trim());
}
