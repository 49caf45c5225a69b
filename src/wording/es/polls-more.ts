import type { PollsMoreWording } from "../polls-more.ts";
import { write } from "./marks.ts";

export const pollsMore: PollsMoreWording = {
  poll: "Encuesta",
  askedBy: (n, of) => `en ${n} de ${of} encuestas`,
  populations: "LV: votantes probables, RV: votantes registrados, A: adultos, V: votantes.",
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
