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
  populations: "LV: votantes probables, RV: votantes registrados, A: adultos, V: votantes.",
  forSponsor: (sponsor) => `para ${sponsor}`,
  internal: "encuesta de campaña",
  partisan: (party) => `partidista (${party})`,
  method: (shown, of) => `Encuestas (${shown} de ${of}), pesos, método`,
  askedBy: (n, of) => `en ${n} de ${of} encuestas`,
  intervalNote:
    "Las barras son intervalos del 95%, con el error que comparten todas las encuestas.",
  methods: {
    weighted:
      "Pesan más las encuestas recientes y grandes; menos, las varias de una encuestadora y las de una campaña o un partido.",
    mean: "La última encuesta de cada encuestadora, todas con el mismo peso.",
    decay: "La última encuesta de cada encuestadora; las más antiguas pesan menos.",
  },
  weight: (percent) => `peso ${write.percent(write.share(percent))}`,
};
