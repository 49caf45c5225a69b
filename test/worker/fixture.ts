import type { RaceDocument } from "../../src/race/schema/document.ts";
import type { TurnoutSection } from "../../src/race/sections/turnout/summary.ts";
import {
  type PublicationPart,
  publicationParts,
} from "../../src/worker/store/publication-parts.ts";

/** A rehearsal race as small as the contract lets it be. */
export const RACE: RaceDocument = {
  schema: 1,
  id: "us-xx-01-test",
  title: "TEST: First District",
  office: "TEST seat — naïve façade",
  languages: ["en", "es"],
  translations: {},
  jurisdiction: { name: "Testland", ocdId: "ocd-division/country:us/state:xx/cd:1" },
  timeZone: "America/New_York",
  electionDate: "2030-06-20",
  voting: { opens: "2030-06-20T07:00:00-04:00", closes: "2030-06-20T19:00:00-04:00" },
  electionType: "special",
  rule: "plurality",
  status: "upcoming",
  test: true,
  asOf: "2030-06-19T08:00:00-04:00",
  candidates: [],
  sources: [],
  corrections: [],
  certified: [],
  underReview: [],
  pins: [],
  revisions: [],
  callChanges: [],
  paused: [],
  revision: 1,
  publication: 1,
  updatedAt: "2030-06-19T12:00:00-04:00",
  staleAfter: {},
  next: 300,
};

/** The parts of the race above with some fields changed, and a turnout section that is empty yet. */
export function partsWith(change: Partial<RaceDocument> = {}): Promise<PublicationPart[]> {
  const document = { ...RACE, ...change };
  // A section has the stamp of its own last change.
  const { id: race, sources } = document;
  const head = { schema: 1, race, revision: 1, updatedAt: RACE.updatedAt, sources } as const;
  const turnout: TurnoutSection = {
    ...head,
    section: "turnout",
    withheld: [],
    turnout: null,
    counts: [],
  };
  return publicationParts(
    { document, sections: { turnout } },
    { turnout: "date,mode,ballots\r\n" },
  );
}
