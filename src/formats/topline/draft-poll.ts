import { pollId } from "../match/poll-id.ts";
import {
  flagOrText,
  given,
  numberOrText,
  required,
  textOrNull,
  wholeSample,
  wordOrNull,
} from "../sheet/cells.ts";
import { snakeCase, type Cells, type Draft } from "../sheet/check-rows.ts";
import { othersOf } from "./others-cell.ts";
import { shareColumn } from "./poll-columns.ts";
import type { Sheet } from "../sheet/sheet.ts";

/** One row of polls.csv as the schema wants it; `asked` are the candidates that have a column. */
export function draftPoll(cells: Cells, asked: readonly string[], sheet: Sheet): Draft {
  const [start, end, middle] = [cells("start"), cells("end"), cells("middle")];
  const population = wordOrNull(cells("population"));
  const pollster = textOrNull(cells("pollster"));
  const days = middle === "" ? [start, end] : [middle];
  const id = textOrNull(cells("id")) ?? (pollster && pollId(pollster, days, population));
  const shares = asked.flatMap((candidate) => {
    const share = numberOrText(cells(shareColumn(candidate)));
    return share === null ? [] : [{ candidate, share }];
  });
  return {
    value: {
      id: required(id),
      survey: required(textOrNull(cells("survey")) ?? id),
      pollster: required(pollster),
      sponsor: textOrNull(cells("sponsor")),
      field:
        middle === ""
          ? { start: required(textOrNull(start)), end: required(textOrNull(end)) }
          : { middle },
      sample: wholeSample(cells("sample")),
      population,
      marginOfError: numberOrText(cells("margin_of_error")),
      shares,
      undecided: numberOrText(cells("undecided")),
      partisan: textOrNull(cells("partisan")),
      internal: flagOrText(cells("internal")),
      publishedAt: textOrNull(cells("published_at")),
      source: required(textOrNull(cells("source"))),
      url: textOrNull(cells("url")),
      ...given({
        others: othersOf(cells("others")),
        question: textOrNull(cells("question")),
        mode: textOrNull(cells("mode")),
        frame: textOrNull(cells("frame")),
        probability: cells("probability") === "" ? null : flagOrText(cells("probability")),
        weighting: textOrNull(cells("weighting")),
        funder: textOrNull(cells("funder")),
        reportUrl: textOrNull(cells("report_url")),
      }),
      note: textOrNull(cells("note")),
    },
    faults: [...dayFaults(start + end, middle, sheet), ...shareFaults(shares.length, asked)],
    columnOf: (path) => {
      const [part, key] = path;
      if (part === "field") return String(key ?? "end");
      if (part === "survey" && cells("survey") === "") return "id";
      const share = part === "shares" ? shares[Number(key)] : undefined;
      return share ? shareColumn(share.candidate) : snakeCase(path);
    },
  };
}

function dayFaults(range: string, middle: string, sheet: Sheet): NonNullable<Draft["faults"]> {
  if (middle !== "" && range !== "") {
    const message = "stands beside start or end: give both days or the middle day";
    return [{ column: "middle", message }];
  }
  if (middle + range !== "") return [];
  const column = sheet.at.has("start") ? "start" : "middle";
  const message = "is empty: give the first and last day of the field work, or its middle day";
  return [{ column, covers: ["field"], message }];
}

function shareFaults(shares: number, asked: readonly string[]): NonNullable<Draft["faults"]> {
  const [first] = asked;
  if (shares > 0 || first === undefined) return [];
  const message = "is empty like every other candidate's share: give at least one";
  return [{ column: shareColumn(first), covers: ["shares"], message }];
}
