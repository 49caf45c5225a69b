import type { PageWording } from "../page.ts";

export const page: PageWording = {
  data: "Las mismas cifras como datos",
  embed: "Poner estas tarjetas en un artículo",
  allRaces: "Todas las contiendas",
  updated: (when) => `Actualizado: ${when}`,
};
