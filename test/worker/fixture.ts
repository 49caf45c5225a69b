import type { RaceDocument } from "../../src/race/schema/document.ts";
import type { Compile } from "../../src/worker/store/plan-publication.ts";

/** A rehearsal race as small as the contract lets it be. */
export const RACE: RaceDocument = {
  schema: 1,
  id: "us-xx-01-test",
  title: "TEST: First District",
  office: "TEST seat — naïve façade",
  es: {},
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
  certified: null,
  revision: 1,
  publication: 1,
  updatedAt: "2030-06-19T12:00:00-04:00",
  staleAfter: {},
  next: 300,
};

/** Compiles the race above with some fields changed, with a turnout section that holds nothing yet. */
export function compileWith(change: Partial<RaceDocument> = {}): Compile {
  return (publication, updatedAt) => {
    const document = { ...RACE, ...change, publication, updatedAt };
    const { revision, sources } = document;
    const head = { schema: 1, race: document.id, revision, updatedAt, sources } as const;
    return {
      document,
      sections: { turnout: { ...head, section: "turnout", turnout: null, counts: [] } },
      csv: { turnout: "date,mode,ballots\r\n" },
    };
  };
}
