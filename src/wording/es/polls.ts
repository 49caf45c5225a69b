import type { PollsWording } from "../polls.ts";

export const polls: PollsWording = {
  average: "Promedio (sin pronóstico)",
  interval: "Intervalo 95%",
  trend: "Cada encuesta y el promedio",
  latest: "Encuestas más recientes",
  lead: "Ventaja",
  even: "Empate",
  details: "Fechas · muestra · margen de error",
  noSample: "muestra sin indicar",
  noPopulation: "(población sin indicar)",
  noMargin: "margen de error sin indicar",
  noProbability: "muestra no probabilística",
  forSponsor: (sponsor) => `para ${sponsor}`,
  internal: "encuesta de campaña",
  partisan: (party) => `partidista (${party})`,
  method: (shown, of) => `Encuestas (${shown} de ${of}), pesos, método`,
  intervalNote: "Líneas: intervalos del 95% de estas encuestas. Barras: con el error común.",
};
