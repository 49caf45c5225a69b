import type { TimelineFacts, TimelineWording } from "../timeline.ts";

export const timeline: TimelineWording = {
  headline,
  vacancy: "Por qué está vacante el escaño",
  withYear: (day, year) => `${day} ${year}`,
  earlier: (events) => (events === 1 ? "1 fecha anterior" : `${events} fechas anteriores`),
};

function headline(facts: TimelineFacts): string {
  switch (facts.case) {
    case "none":
      return "Aún no se ha publicado ninguna fecha";
    case "today":
      return `Hoy: ${facts.text}${facts.more > 0 ? ` y ${facts.more} más` : ""}`;
    case "next":
      return `Lo próximo, el ${facts.when}: ${facts.text}`;
    case "past":
      return `Lo último, el ${facts.when}: ${facts.text}`;
  }
}
