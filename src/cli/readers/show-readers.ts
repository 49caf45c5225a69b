import type { RaceData } from "../../race/schema/data.ts";
import { endOf } from "../../race/dates.ts";
import type { Reporting, Tally } from "../../race/sections/results/summary.ts";
import { en } from "../../wording/registry.ts";
import type { Output } from "../output.ts";
import { type Align, table } from "../table.ts";
import type { PollsForReaders, Readers, ResultsForReaders } from "./readers.ts";

/** Rows of places and of polls that a terminal shows. */
const MAX_ROWS = 30;
/** Candidates that have columns of their own beside each other. */
const MAX_COLUMNS = 4;

/** Shows what readers would see as tables: votes and shares, places, modes; or polls by date. */
export function showReaders(output: Output, { results, polls }: Readers, data: RaceData): void {
  if (results) showResults(output, results, data.race.candidates);
  if (polls) showPolls(output, polls, data);
}

type Named = readonly { readonly id: string; readonly name: string; readonly shortName: string }[];

function showResults(output: Output, results: ResultsForReaders, named: Named): void {
  const { candidates, others, areas, modes, reporting, ballots, registered } = results;
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? id;
  const rest = others === null ? [] : [{ ...others, name: restName(others.candidates) }];
  const whole = [
    ...candidates.map(({ candidate, ...own }) => ({ ...own, name: nameOf(candidate) })),
    ...rest,
  ].map(({ name, votes, share }) => [name, number(votes), percent(share)]);
  write(output, [["candidate", "votes", "share"], ...whole], ["left", "right", "right"]);
  output.say(
    `  ${[
      `reporting: ${reportingOf(reporting)}`,
      `${number(ballots)} ballots`,
      `${number(registered)} registered`,
    ].join("; ")}`,
  );
  const columns = candidates.slice(0, MAX_COLUMNS).map(({ candidate }) => candidate);
  const head = columns.map((id) => named.find((one) => one.id === id)?.shortName ?? id);
  const hasRest = others !== null || candidates.length > MAX_COLUMNS;
  const cells = (all: number, tallies: readonly Tally[]) => {
    const own = columns.map((id) => tallies.find(({ candidate }) => candidate === id)?.votes);
    const shown = own.map((votes) => number(votes ?? null));
    const left = all - own.reduce<number>((sum, votes) => sum + (votes ?? 0), 0);
    return hasRest ? [...shown, number(left)] : shown;
  };
  const people = ["reporting", "ballots", "registered"];
  const rows = [
    ...areas
      .slice(0, MAX_ROWS)
      .map((area) => [
        area.area,
        ...cells(area.votes, area.candidates),
        reportingOf(area.reporting),
        number(area.ballots),
        number(area.registered),
      ]),
    ...modes.map((one) => [en.common.modes[one.mode], ...cells(one.votes, one.candidates)]),
  ];
  if (rows.length === 0) return;
  output.say();
  const titles = ["area or mode", ...head, ...(hasRest ? ["the rest"] : []), ...people];
  write(output, [titles, ...rows], ["left", ...titles.slice(1).map((): Align => "right")]);
  sayMore(output, areas.length - MAX_ROWS, "areas");
}

function showPolls(output: Output, { count, average }: PollsForReaders, data: RaceData): void {
  const { candidates } = data.race;
  const head = candidates.slice(0, MAX_COLUMNS);
  const rows = (data.polls?.polls ?? [])
    .toSorted((a, b) => endOf(b.field).localeCompare(endOf(a.field)))
    .map(({ field, pollster, sample, population, shares }) => [
      endOf(field),
      pollster,
      number(sample),
      population ?? "",
      ...head.map(({ id }) => percent(shares.find((one) => one.candidate === id)?.share ?? null)),
    ]);
  const mean = head.map(({ id }) => {
    const own = average.shares.find(({ candidate }) => candidate === id);
    return percent(own?.share ?? own?.askedBy?.share ?? null);
  });
  const titles = ["until", "pollster", "sample", "of", ...head.map((one) => one.shortName)];
  write(
    output,
    [titles, ...rows.slice(0, MAX_ROWS), [average.asOf, `average of ${count}`, "", "", ...mean]],
    ["left", "left", "right", "left", ...head.map((): Align => "right")],
  );
  sayMore(output, rows.length - MAX_ROWS, "polls");
  output.say(`  ${average.lead.statement["en"] ?? Object.values(average.lead.statement)[0] ?? ""}`);
}

function write(
  output: Output,
  rows: readonly (readonly string[])[],
  aligns: readonly Align[],
): void {
  for (const [i, line] of table(rows, aligns).entries())
    output.say(`  ${i === 0 ? output.paint("dim", line) : line}`);
}

function sayMore(output: Output, more: number, what: string): void {
  if (more > 0) output.say(`  … and ${more} more ${what}; --json has them all`);
}

function restName(names: number): string {
  return names === 0 ? "others" : `others (${names} by name)`;
}

function reportingOf(reporting: Reporting | null): string {
  if (reporting === null) return "unknown";
  const { counted, total, of, percent: share } = reporting;
  if (of === "expected_vote") return `${percent(share)} of the expected vote`;
  return total === null
    ? `${number(counted)} ${of}, of how many is unknown`
    : `${number(counted)} of ${number(total)} ${of}`;
}

function number(value: number | null): string {
  return value === null ? "unknown" : value.toLocaleString("en-US");
}

function percent(value: number | null): string {
  return value === null ? "" : `${value.toFixed(1)} %`;
}
