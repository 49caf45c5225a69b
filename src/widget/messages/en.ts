import type { Messages } from "./messages.ts";

export const en = {
  locale: "en-US",
  compact: "short",
  sections: {
    polls: "Polls",
    turnout: "Turnout",
    results: "Results",
    money: "Money",
    history: "History",
    timeline: "Timeline",
  },
  test: "TEST: made-up numbers",
  loading: "Loading the latest numbers",
  failed: "The numbers can’t be loaded right now.",
  retry: "Try again",
  openPage: "Open the race page",
  unknown: (raceId) => `There is no race called “${raceId}”.`,
  missing: {
    polls: "No polls have been published for this race yet",
    turnout: "No ballot counts have been published for this race yet",
    results: "No results have been published for this race yet",
    money: "No campaign finance reports have been added for this race yet",
    history: "No earlier results have been added for this race yet",
    timeline: "No dates have been added for this race yet",
  },
  nothingYet: "No numbers have been published for this race yet",
  stale: (age) => `Numbers from ${age}; trying again`,
  notUpdated: (when) => `Not updated since ${when}`,
  source: "Source",
  asOf: (when) => `as of ${when}`,
  correction: (when) => `Correction, ${when}:`,
  and: "and",

  average: "Polling average",
  candidate: "Candidate",
  interval: "95% interval",
  range: (low, high) => `${low} to ${high}`,
  averageNote: "Average, 95% interval (no forecast)",
  trend: "Every poll, and the average",
  latest: "Latest polls",
  poll: "Poll",
  dates: "Dates",
  sample: "Sample",
  margin: "Margin of error",
  marginUnknown: "margin not stated",
  sampleUnknown: "sample not stated",
  populations: {
    lv: { short: "LV", long: "likely voters" },
    rv: { short: "RV", long: "registered voters" },
    a: { short: "adults", long: "adults" },
    v: { short: "voters", long: "voters" },
  },
  populationUnknown: "population not stated",
  sponsor: "Sponsor",
  forSponsor: (sponsor) => `for ${sponsor}`,
  internal: "campaign poll",
  partisan: (party) => `partisan (${party})`,
  morePolls: (shown, of) => (shown < of ? `${shown} latest of ${of} polls` : `All ${of} polls`),
  otherCandidates: (n) => (n === 1 ? "1 other candidate" : `${n} other candidates`),
  how: "Method and weights",
  intervalNote:
    "The bars are 95% intervals: how closely polls like these can measure. All of them can miss in the same direction.",
  methods: {
    weighted:
      "Recent and larger polls count for more; several polls by one pollster, and polls for a campaign or party, count for less.",
    mean: "The latest poll of each pollster, all counted equally.",
    decay: "The latest poll of each pollster; older polls count for less.",
  },
  weight: "Weight",
  olderPolls: (n) => (n === 1 ? "1 older poll" : `${n} older polls`),

  ballotsSoFar: "ballots cast so far",
  noBallots: "No ballots have been counted yet",
  votedEarly: (ballots) => `${ballots} people have voted early`,
  ballotsCast: (ballots) => `${ballots} ballots have been cast`,
  about: (number) => `About ${number}`,
  compared: (comparison, before) => {
    switch (comparison.kind) {
      case "times":
        return `, ${comparison.times} times as many as ${before}`;
      case "twice":
        return `, twice as many as ${before}`;
      case "same":
        return `, about as many as ${before}`;
      case "more":
        return `, ${comparison.percent}% more than ${before}`;
      case "fewer":
        return `, ${comparison.percent}% fewer than ${before}`;
    }
  },
  before: (label) => `before ${/^the /i.test(label) ? "" : "the "}${label}`,
  timesNow: (times) => `now ${times} times that`,
  modes: {
    early_in_person: "Early in person",
    absentee_mail: "By mail",
    election_day: "On Election Day",
    provisional: "Provisional",
    unspecified: "Mode not stated",
  },
  mode: "How people voted",
  ballots: "Ballots",
  shareOf: (share) => `${share} of registered voters`,
  percent: (value) => `${value} percent`,
  percentRange: (low, high) => `About ${low} to ${high} percent`,
  registered: (count, basis, source) => `(${count} ${basis}: ${source})`,
  running: "Running count",
  passed: (before, when) => `The count passed the total ${before} by ${when}`,
  dashed: (before) => `Running count; dashed: ${before}`,
  rounded: "rounded",
  byDay: "The count day by day",
  date: "Date",
} satisfies Messages;
