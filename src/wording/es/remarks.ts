import { capitalized } from "../phrase.ts";
import type { CountLineFacts, Moment, RemarkFacts } from "../count-statement.ts";
import type { CallOutcome, LeftOutFigure } from "../results.ts";
import { timeSpan } from "../time-span.ts";
import { countedOf } from "./count-statement.ts";
import { list, write } from "./marks.ts";

/** "AP estima escrutado el 82% · 10:14 p.m. EDT". */
export function countLine({ counted, paused, unofficial, at }: CountLineFacts): string {
  const parts = [
    ...(paused ? ["Escrutinio en pausa"] : []),
    counted === null ? "No se indica cuánto se ha contado" : countedOf(counted, false),
    ...(unofficial ? ["no oficial"] : []),
    ...(at === null ? [] : [clock(at)]),
  ];
  return capitalized(parts.join(" · "));
}

/** A sentence without its full stop. */
export function remark(facts: RemarkFacts): string {
  switch (facts.say) {
    case "means":
      return [facts.yes && `Sí: ${facts.yes}`, facts.no && `No: ${facts.no}`]
        .filter(Boolean)
        .join(". ");
    case "seats":
      return `${facts.seats} escaños${facts.voteFor > 1 ? `; cada votante puede elegir ${facts.voteFor}` : ""}`;
    case "of_ballots":
      return "Los porcentajes son de las boletas";
    case "first_choices":
      return "Votos y barras son de primeras preferencias";
    case "hurdle":
      return `Una lista necesita el ${facts.share} de los votos para tener escaños${facts.except.length > 0 ? `, salvo ${list(facts.except)}` : ""}`;
    case "depends":
      return `Solo vale si ${DEPENDS[facts.outcome] ?? `así termina la contienda ${facts.contest}`}`;
    case "left_out":
      return `No se incluyen ${LEFT_OUT[facts.figure]} (${few(facts.areas)})`;
    case "unreported":
      return `Aún sin datos de ${list(facts.areas)}`;
    case "advance":
      return facts.places === 1
        ? "Avanza quien quede primero"
        : `Avanzan los primeros ${facts.places}`;
    case "turnout":
      return `Solo vale si participa el ${facts.share} de los votantes registrados${facts.met === null ? "" : facts.met ? ", lo que se cumplió" : ", lo que aún no se cumple"}`;
    case "flip":
      return `El escaño cambia de partido; antes: ${facts.before}`;
    case "gone":
      return `${facts.name} ${facts.how === "deceased" ? "falleció" : "se retiró"}${facts.since === null ? "" : ` el ${facts.since}`}; el nombre sigue en las boletas`;
    case "declared":
      return `Lo declaró ${facts.by}, ${clock(facts.at)}`;
    case "majority":
      return `Ventaja: ${write.count(facts.votes)} ${facts.votes === 1 ? "voto" : "votos"}`;
    case "swing":
      return `Trasvase de ${facts.from} a ${facts.to}: ${facts.points} puntos${facts.notional ? ", frente a un resultado recalculado con los nuevos límites" : ""}`;
    case "recount":
      return facts.by === null
        ? `Es posible un nuevo recuento${facts.within === null ? "" : ` por debajo del ${facts.within}`}`
        : `Nuevo recuento pedido por ${facts.by}`;
    case "retracted":
      return `${facts.caller} retiró su declaración a las ${clock(facts.at)}${facts.why === null ? "" : `: ${facts.why}`}`;
    case "decided":
      return facts.by === "lot" ? "Lo decidió un sorteo" : "Lo decidió un tribunal";
    case "open":
      return `Lo dice ${facts.by}${facts.why === null ? "" : `: ${facts.why}`}`;
    case "outstanding":
      return `Falta contar: ${write.count(facts.ballots)} ${facts.kind}${facts.area === null ? "" : `, ${facts.area}`}`;
    case "next":
      return `Próximo informe a las ${clock(facts.at)}`;
    case "apart":
      return `Diferencia: ${facts.points} puntos`;
    case "ballots":
      return `${write.count(facts.ballots)} boletas contadas${facts.of === null ? "" : `, ${facts.of.percent} de ${write.count(facts.of.registered)} votantes registrados`}`;
    case "others":
      return `Por escrito y demás candidaturas: ${votes(facts.votes)}, ${facts.share}${facts.largest === null ? "" : `; quien más tiene, ${facts.largest.name} (${votes(facts.largest.votes)})`}`;
  }
}

const DEPENDS: Partial<Record<CallOutcome, string>> = {
  removed: "quien ocupa el cargo lo deja",
  retained: "quien ocupa el cargo sigue en él",
  passed: "se aprueba la otra pregunta",
  failed: "se rechaza la otra pregunta",
};

const LEFT_OUT: Readonly<Record<LeftOutFigure, string>> = {
  precincts: "los precintos, de los que habrían informado más de los que hay",
  ballots: "las boletas, que son menos que los votos",
  registered: "los votantes registrados, que serían cero",
};

/** Of more than two names, the first and how many others. */
function few(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} y ${names.length - 1} más` : list(names);
}

/** "10:14 p.m. EDT". */
function clock({ at, timeZone }: Moment): string {
  const { from, zone } = timeSpan(at, at, timeZone, "en-US");
  return `${from.clock.replace(":00", "")} ${from.period === "AM" ? "a.m." : "p.m."} ${zone}`;
}

function votes(n: number): string {
  return `${write.count(n)} ${n === 1 ? "voto" : "votos"}`;
}
