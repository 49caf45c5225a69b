import type { Disclosed, PollsMoreWording } from "../polls-more.ts";
import { write } from "./marks.ts";

const disclosed: PollsMoreWording["disclosed"] = {
  question: "pregunta",
  mode: "modo de entrevista",
  frame: "marco muestral",
  probability: "si la muestra es probabilística o no",
  weighting: "ponderación",
  payer: "quién pagó",
  report: "informe",
};
const POPULATIONS = {
  lv: "votantes probables (LV)",
  rv: "votantes registrados (RV)",
  v: "votantes (V)",
  a: "adultos (A)",
  unknown: "sin indicar",
};
const partOf = (part: number) => write.percent(write.count(Math.round(part * 100)));
const signed = (points: number) => write.share(points).replace("-", "−");
const named = (what: readonly Disclosed[]) => what.map((item) => disclosed[item]).join(", ");

export const pollsMore: PollsMoreWording = {
  poll: "Encuesta",
  askedBy: (n, of) => `en ${n} de ${of} encuestas`,
  populations: (polls) =>
    `Encuestas según a quién preguntaron: ${polls.map(([of, n]) => `${POPULATIONS[of]} ${n}`).join(", ")}.`,
  withoutPartisan: (shares) => `Encuestas independientes: ${shares}.`,
  leftOut: (reason) => `excluida: ${reason}`,
  allLeftOut: (groups, others) =>
    `Excluidas: ${[
      ...groups.map(({ reason, polls }) => `${polls.join(", ")} (${reason})`),
      ...(others > 0 ? [`${write.count(others)} que no figuran aquí`] : []),
    ].join("; ")}.`,
  reasons: {
    line_up: "no todos los candidatos principales",
    population: "cuentan votantes más probables",
    question: "cuenta otra pregunta",
    covered: "cuentan otras más recientes",
    newer: "cuenta otra más reciente",
    old: "demasiado antigua",
    partisan: "no hay encuestas independientes",
  },
  methods: {
    weighted:
      "Pesan más las encuestas recientes y grandes; menos, las varias de una encuestadora y las de una campaña o un partido.",
    mean: "La última encuesta de cada encuestadora.",
    decay: "La última encuesta de cada encuestadora; las más antiguas pesan menos.",
  },
  weights: (facts) => {
    const together = `en conjunto, como máximo el ${partOf(facts.partisanLimit)} del promedio`;
    switch (facts.method) {
      case "weighted":
        return `El peso de una encuesta se reduce a la mitad cada ${write.points(facts.halfLifeDays)} días, desde la mitad de su trabajo de campo. Crece con la raíz cuadrada de las personas consultadas, hasta ${write.points(facts.sampleCap)} veces el de ${write.count(facts.referenceSample)}. Se divide por la raíz cuadrada de cuántas encuestas terminó su encuestadora en ${facts.crowdingDays} días. Las de una campaña o un partido pesan el ${partOf(facts.partisanFactor)} de las demás y, ${together}.`;
      case "mean":
        return `Encuestas que terminaron en los últimos ${facts.windowDays} días, todas con el mismo peso${facts.roundInputs ? " y con sus porcentajes redondeados a enteros" : ""}. Las de una campaña o un partido pesan, ${together}.`;
      case "decay":
        return `El peso de una encuesta baja de manera uniforme, hasta cero después de ${facts.windowDays} días. Las de una campaña o un partido pesan el ${partOf(facts.partisanFactor)} de las demás y, ${together}.`;
    }
  },
  intervals: ({ shared, people }) =>
    `Las líneas son intervalos del 95% por el muestreo y por lo que difieren las encuestas. Las barras añaden el error que todas comparten: una desviación estándar de ${write.points(shared.share)} puntos en un porcentaje y de ${write.points(shared.lead)} en una ventaja. ${
      people === null
        ? "Ninguna encuesta dice a cuántas personas preguntó."
        : `Juntas son tan seguras como una encuesta aleatoria de ${write.count(people)} personas.`
    }`,
  leadInterval: ({ first, second, points, low, high, inner }) =>
    `${first} sobre ${second}: ${write.share(points)} puntos, de ${signed(low)} a ${signed(high)}; sin el error compartido, de ${signed(inner.low)} a ${signed(inner.high)}.`,
  weight: (percent) => `peso ${write.percent(write.share(percent))}`,
  disclosed,
  probability: "muestra probabilística",
  notStated: (what) => `sin indicar: ${named(what)}`,
  neverStated: (what) => `Ninguna de estas encuestas indica: ${named(what)}.`,
  byDay: "El promedio, cada vez que cambió",
};
