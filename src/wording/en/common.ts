import type { CommonWording } from "../common.ts";
import { write } from "./marks.ts";

export const common: CommonWording = {
  sections: {
    polls: "Polls",
    turnout: "Turnout",
    results: "Results",
    calls: "Calls",
    money: "Money",
    history: "History",
    timeline: "Timeline",
  },
  test: "TEST: made-up numbers",
  loading: "Loading numbers",
  failed: "The numbers can’t be loaded now.",
  retry: "Try again",
  data: "See the data",
  unknownRace: (raceId) => `No race is called “${raceId}”.`,
  missing: (section) => `${section}: nothing has been published for this race yet`,
  stale: (seconds) => `Numbers from ${write.ago(seconds)}; retrying`,
  notUpdated: (when) => `Not updated since ${when}`,
  source: "Source",
  asOf: (when) => `as of ${when}`,
  correction: (when) => `Correction, ${when}:`,
  about: (number) => `About ${number}`,
  range: (low, high) => `${low} to ${high}`,
  name: "Name",
  candidate: "Candidate",
  otherCandidates: (n) => (n === 1 ? "1 other candidate" : `${n} other candidates`),
  mode: "How people voted",
  modes: {
    early_in_person: "Early in person",
    absentee_mail: "By mail",
    election_day: "On Election Day",
    provisional: "Provisional",
    unspecified: "Not stated",
  },
};
