import type { VoteMode } from "../common.ts";
import type { CorrectionFacts, WrongFigure } from "../correction.ts";
import { type ClockTime, timeSpan } from "../time-span.ts";
import { marks, write } from "./marks.ts";

/** "De 9:12 a 9:31 p.m. (hora del este) esta tarjeta dio a Handel 9,636 votos anticipados en Cobb; la cifra correcta es 9,366". */
export function correction({ figure, from, until, timeZone }: CorrectionFacts): string {
  return `${span(from, until, timeZone)} esta tarjeta ${saidOf(figure)}`;
}

function saidOf(figure: WrongFigure): string {
  switch (figure.what) {
    case "votes": {
      const { whom, mode, area, was, is } = figure;
      const where = area === null ? "" : ` en ${area}`;
      return `dio a ${whom} ${write.count(was)} ${VOTES[mode]}${where}${rightIs(is, write.count)}`;
    }
    case "ballots": {
      const { mode, date, was, is } = figure;
      return `dio ${write.count(was)} ${BALLOTS[mode]} hasta el ${write.date(date)}${rightIs(is, write.count)}`;
    }
    case "share": {
      const { whom, pollster, was, is } = figure;
      const percent = (value: number) => write.percent(write.points(value));
      return `dio a ${whom} ${percent(was)} en una encuesta de ${pollster}${rightIs(is, percent)}`;
    }
    case "other":
      return "tuvo una cifra equivocada";
  }
}

function rightIs(is: number | null, say: (value: number) => string): string {
  return is === null ? "; esa cifra no existe" : `; la cifra correcta es ${say(is)}`;
}

function span(from: string, until: string, timeZone: string): string {
  const { from: a, until: b, generalZone } = timeSpan(from, until, timeZone, marks.locale);
  const zone = `(${ZONES[generalZone] ?? generalZone})`;
  if (a.day !== b.day)
    return `De las ${time(a)} del ${write.date(a.day)} a las ${time(b)} del ${write.date(b.day)} ${zone}`;
  if (time(a) === time(b)) return `A las ${time(b)} ${zone}`;
  return `De ${a.period === b.period ? a.clock : time(a)} a ${time(b)} ${zone}`;
}

function time({ clock, period }: ClockTime): string {
  return `${clock} ${period}`.trim();
}

/** What people in the United States call their zones in Spanish. */
const ZONES: Readonly<Record<string, string>> = {
  ET: "hora del este",
  CT: "hora del centro",
  MT: "hora de la montaña",
  PT: "hora del Pacífico",
  AKT: "hora de Alaska",
  HST: "hora de Hawái",
};

const VOTES: Readonly<Record<VoteMode, string>> = {
  early_in_person: "votos anticipados",
  absentee_mail: "votos por correo",
  election_day: "votos del día de la elección",
  provisional: "votos provisionales",
  unspecified: "votos",
};

const BALLOTS: Readonly<Record<VoteMode, string>> = {
  early_in_person: "boletas anticipadas",
  absentee_mail: "boletas por correo",
  election_day: "boletas del día de la elección",
  provisional: "boletas provisionales",
  unspecified: "boletas",
};
