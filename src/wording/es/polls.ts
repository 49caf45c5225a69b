import type { PollsWording } from "../polls.ts";
import { write } from "./marks.ts";

export const polls: PollsWording = {
  average: "Promedio (sin pronóstico)",
  interval: "Intervalo 95%",
  trend: "Cada encuesta y el promedio",
  latest: "Encuestas más recientes",
  poll: "Encuesta",
  details: "Fechas · muestra · margen de error",
  noSample: "muestra sin indicar",
  noPopulation: "(población sin indicar)",
  noMargin: "margen de error sin indicar",
  noProbability: "muestra no probabilística",
  populations: "LV: votantes probables, RV: votantes registrados, A: adultos, V: votantes.",
  forSponsor: (sponsor) => `para ${sponsor}`,
  internal: "encuesta de campaña",
  partisan: (party) => `partidista (${party})`,
  method: (shown, of) => `Encuestas (${shown} de ${of}), pesos, método`,
  askedBy: (n, of) => `en ${n} de ${of} encuestas`,
  intervalNote: "Líneas: intervalos del 95% de estas encuestas. Barras: con el error común.",
  withoutPartisan: (shares) => `Encuestas independientes: ${shares}.`,
  leftOut: (reason) => `excluida: ${reason}`,
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
    mean: "La última encuesta de cada encuestadora, todas con el mismo peso.",
    decay: "La última encuesta de cada encuestadora; las más antiguas pesan menos.",
  },
  weight: (percent) => `peso ${write.percent(write.share(percent))}`,
};
