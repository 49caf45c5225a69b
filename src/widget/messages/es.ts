import type { Messages } from "./messages.ts";

export const es = {
  locale: "es-US",
  compact: "long",
  sections: {
    polls: "Encuestas",
    turnout: "Participación",
    results: "Resultados",
    money: "Dinero",
    history: "Historia",
    timeline: "Fechas",
  },
  test: "PRUEBA: cifras inventadas",
  loading: "Cargando las cifras más recientes",
  failed: "Por ahora no se pueden cargar las cifras.",
  retry: "Reintentar",
  openPage: "Abrir la página de la contienda",
  unknown: (raceId) => `No hay ninguna contienda llamada “${raceId}”.`,
  missing: {
    polls: "Aún no se han publicado encuestas de esta contienda",
    turnout: "Aún no se han publicado conteos de votos emitidos de esta contienda",
    results: "Aún no se han publicado resultados de esta contienda",
    money: "Aún no hay informes de finanzas de campaña de esta contienda",
    history: "Aún no hay resultados anteriores de esta contienda",
    timeline: "Aún no hay fechas de esta contienda",
  },
  nothingYet: "Aún no se han publicado cifras de esta contienda",
  stale: (age) => `Cifras de ${age}; reintentando`,
  notUpdated: (when) => `Sin actualizar desde el ${when}`,
  source: "Fuente",
  asOf: (when) => `al ${when}`,
  correction: (when) => `Corrección, ${when}:`,
  and: "y",

  average: "Promedio de encuestas",
  candidate: "Candidatura",
  interval: "Intervalo del 95%",
  range: (low, high) => `${low} a ${high}`,
  averageNote: "Promedio, intervalo del 95% (sin pronóstico)",
  trend: "Cada encuesta y el promedio",
  latest: "Encuestas más recientes",
  poll: "Encuesta",
  dates: "Fechas",
  sample: "Muestra",
  margin: "Margen de error",
  marginUnknown: "margen no indicado",
  sampleUnknown: "muestra no indicada",
  populations: {
    lv: { short: "VP", long: "votantes probables" },
    rv: { short: "VR", long: "votantes registrados" },
    a: { short: "adultos", long: "adultos" },
    v: { short: "votantes", long: "votantes" },
  },
  populationUnknown: "población no indicada",
  sponsor: "Patrocinio",
  forSponsor: (sponsor) => `para ${sponsor}`,
  internal: "encuesta de campaña",
  partisan: (party) => `partidista (${party})`,
  morePolls: (shown, of) =>
    shown < of ? `Las ${shown} más recientes de ${of} encuestas` : `Las ${of} encuestas`,
  otherCandidates: (n) => (n === 1 ? "1 candidatura más" : `${n} candidaturas más`),
  how: "Método y pesos",
  intervalNote:
    "Las barras son intervalos del 95%: la precisión que permiten encuestas así. Todas pueden errar en la misma dirección.",
  methods: {
    weighted:
      "Pesan más las encuestas recientes y con más entrevistas; pesan menos las varias de una misma encuestadora y las de una campaña o un partido.",
    mean: "La última encuesta de cada encuestadora, todas con el mismo peso.",
    decay: "La última encuesta de cada encuestadora; las más antiguas pesan menos.",
  },
  weight: "Peso",
  olderPolls: (n) => (n === 1 ? "1 encuesta anterior" : `${n} encuestas anteriores`),

  ballotsSoFar: "votos emitidos",
  noBallots: "Aún no se ha contado ningún voto emitido",
  votedEarly: (ballots) => `${ballots} personas ya votaron por anticipado`,
  ballotsCast: (ballots) => `Se han emitido ${ballots} votos`,
  about: (number) => `Cerca de ${number}`,
  compared: (comparison, before) => {
    switch (comparison.kind) {
      case "times":
        return `, ${comparison.times} veces las que lo hicieron ${before}`;
      case "twice":
        return `, el doble que ${before}`;
      case "same":
        return `, casi tantas como ${before}`;
      case "more":
        return `, un ${comparison.percent}% más que ${before}`;
      case "fewer":
        return `, un ${comparison.percent}% menos que ${before}`;
    }
  },
  before: (label) =>
    `antes de ${/^(el|la|las|los) /i.test(label) ? "" : "la "}${label}`.replace("de el ", "del "),
  timesNow: (times) => `ahora, ${times} veces`,
  modes: {
    early_in_person: "Anticipado en persona",
    absentee_mail: "Por correo",
    election_day: "El día de la elección",
    provisional: "Provisional",
    unspecified: "Modalidad no indicada",
  },
  mode: "Cómo votaron",
  ballots: "Votos",
  shareOf: (share) => `${share} de los votantes registrados`,
  percent: (value) => `${value} por ciento`,
  percentRange: (low, high) => `Entre ${low} y ${high} por ciento`,
  registered: (count, basis, source) => `(${count} ${basis}: ${source})`,
  running: "Conteo acumulado",
  passed: (before, when) => `Al ${when} ya se superaba el total ${before}`,
  dashed: (before) => `Conteo acumulado; línea punteada: ${before}`,
  rounded: "redondeado",
  byDay: "El conteo día a día",
  date: "Fecha",
} satisfies Messages;
