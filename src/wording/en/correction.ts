import type { VoteMode } from "../common.ts";
import type { CorrectionFacts, WrongFigure } from "../correction.ts";
import { type ClockTime, timeSpan } from "../time-span.ts";
import { write } from "./marks.ts";

/** "From 9:12 to 9:31 p.m. EDT this card gave Handel 9,636 early votes in Cobb; the right figure is 9,366". */
export function correction({ figure, from, until, timeZone }: CorrectionFacts): string {
  return `${span(from, until, timeZone)} this card ${saidOf(figure)}`;
}

function saidOf(figure: WrongFigure): string {
  switch (figure.what) {
    case "votes": {
      const { whom, mode, area, was, is } = figure;
      const where = area === null ? "" : ` in ${area}`;
      return `gave ${whom} ${write.count(was)} ${VOTES[mode]}${where}${rightIs(is, write.count)}`;
    }
    case "ballots": {
      const { mode, date, was, is } = figure;
      return `gave ${write.count(was)} ${BALLOTS[mode]} by ${write.date(date)}${rightIs(is, write.count)}`;
    }
    case "share": {
      const { whom, pollster, was, is } = figure;
      const percent = (value: number) => write.percent(write.points(value));
      return `gave ${whom} ${percent(was)} in a poll by ${pollster}${rightIs(is, percent)}`;
    }
    case "other":
      return "had a figure that was wrong";
  }
}

function rightIs(is: number | null, say: (value: number) => string): string {
  return is === null ? "; there is no such figure" : `; the right figure is ${say(is)}`;
}

function span(from: string, until: string, timeZone: string): string {
  const { from: a, until: b, zone } = timeSpan(from, until, timeZone, "en-US");
  if (a.day !== b.day)
    return `From ${time(a)} on ${write.date(a.day)} to ${time(b)} ${zone} on ${write.date(b.day)}`;
  if (time(a) === time(b)) return `At ${time(b)} ${zone}`;
  return `From ${a.period === b.period ? a.clock : time(a)} to ${time(b)} ${zone}`;
}

function time({ clock, period }: ClockTime): string {
  return `${clock} ${PERIODS[period] ?? period}`.trim();
}

const PERIODS: Readonly<Record<string, string>> = { AM: "a.m.", PM: "p.m." };

const VOTES: Readonly<Record<VoteMode, string>> = {
  early_in_person: "early votes",
  absentee_mail: "mail votes",
  election_day: "Election Day votes",
  provisional: "provisional votes",
  unspecified: "votes",
};

const BALLOTS: Readonly<Record<VoteMode, string>> = {
  early_in_person: "early ballots",
  absentee_mail: "mail ballots",
  election_day: "Election Day ballots",
  provisional: "provisional ballots",
  unspecified: "ballots",
};
