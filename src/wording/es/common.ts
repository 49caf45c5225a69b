import type { CommonWording } from "../common.ts";
import { write } from "./marks.ts";

export const common: CommonWording = {
  sections: {
    polls: "Encuestas",
    turnout: "Participación",
    results: "Resultados",
    calls: "Declaraciones",
    money: "Dinero",
    history: "Historia",
    timeline: "Cronología",
  },
  test: "PRUEBA: cifras inventadas",
  loading: "Cargando las cifras",
  failed: "Por ahora no se pueden cargar las cifras.",
  retry: "Reintentar",
  data: "Ver los datos",
  unknownRace: (raceId) => `No hay ninguna contienda llamada “${raceId}”.`,
  missing: (section) => `${section}: aún no se ha publicado nada de esta contienda`,
  stale: (seconds) => `Cifras de ${write.ago(seconds)}; reintentando`,
  notUpdated: (when) => `Sin actualizar desde el ${when}`,
  source: "Fuente",
  asOf: (when) => `al ${when}`,
  correction: (when) => `Corrección, ${when}:`,
  about: (number) => `Cerca de ${number}`,
  range: (low, high) => `${low} a ${high}`,
  name: "Nombre",
  candidate: "Candidatura",
  otherCandidates: (n) => (n === 1 ? "1 candidatura más" : `${n} candidaturas más`),
  mode: "Cómo votaron",
  modes: {
    early_in_person: "Anticipado en persona",
    absentee_mail: "Por correo",
    election_day: "El día de la elección",
    provisional: "Provisional",
    unspecified: "Modalidad sin indicar",
  },
};
