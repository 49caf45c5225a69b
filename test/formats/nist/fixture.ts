type Node = { readonly [key: string]: unknown };

const text = (content: string) => ({ Text: [{ Content: content, Language: "en-us" }] });
export const unit = (id: string, type: string, parts: string[] = [], more: Node = {}) => ({
  "@id": id,
  Type: type,
  Name: text(id.toUpperCase()),
  ...(parts.length > 0 ? { ComposingGpUnitIds: parts } : {}),
  ...more,
});
/** Counts of one choice: `{ "c-1": 10 }`, or by type `{ "c-1": { early: 4, total: 10 } }`. */
export type Counts = Record<string, number | Record<string, number>>;
const voteCounts = (counts: Counts) =>
  Object.entries(counts).flatMap(([place, votes]) =>
    Object.entries(typeof votes === "number" ? { total: votes } : votes).map(([Type, Count]) => ({
      GpUnitId: place,
      Type,
      Count,
    })),
  );
export const contest = (district: string, ada: Counts, bo: Counts, more: Node = {}) => ({
  "@id": "mayor",
  Name: "Mayor",
  ElectionDistrictId: district,
  ContestSelection: [
    { "@id": "s-ada", CandidateIds: ["can-ada", "can-mate"], VoteCounts: voteCounts(ada) },
    { "@id": "s-bo", CandidateIds: ["can-bo"], VoteCounts: voteCounts(bo) },
    { "@id": "s-wi", IsWriteIn: true, VoteCounts: voteCounts({ [district]: 1 }) },
  ],
  ...more,
});

/** A report of one election with the candidates Ada Able and Bo Baker. */
export const report = (units: Node[], contests: Node[], more: Node = {}) => ({
  "@type": "ElectionResults.ElectionReport",
  GeneratedDate: "2026-11-03T21:15:00-05:00",
  Status: "unofficial-partial",
  GpUnit: units,
  Party: [{ "@id": "par-r", Name: text("Republican"), Abbreviation: text("Rep") }],
  Election: [
    {
      Candidate: [
        { "@id": "can-mate", BallotName: text("Cy Cole"), IsTopTicket: false },
        { "@id": "can-ada", BallotName: text("Ada Able"), PartyId: "par-r", IsTopTicket: true },
        { "@id": "can-bo", BallotName: text("Bo Baker") },
      ],
      Contest: contests,
      ...more,
    },
  ],
});

const escape = (value: unknown) => String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The same report as XML: ids and languages as attributes, lists of ids as one text. */
export function toXml(node: Node, name = "ElectionReport"): string {
  const space =
    name === "ElectionReport" ? ' xmlns="http://itl.nist.gov/ns/voting/1500-100/v2"' : "";
  const id = node["@id"] === undefined ? "" : ` ObjectId="${escape(node["@id"])}"`;
  const language = node["Language"] === undefined ? "" : ` Language="${escape(node["Language"])}"`;
  const parts = Object.entries(node).flatMap(([key, value]) => {
    if (key.startsWith("@") || key === "Language") return [];
    if (key === "Content") return [escape(value)];
    if (Array.isArray(value) && value.every((item) => typeof item === "string"))
      return [`<${key}>${value.join(" ")}</${key}>`];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((item) =>
      typeof item === "object" && item !== null
        ? toXml(item as Node, key)
        : `<${key}>${escape(item)}</${key}>`,
    );
  });
  return `<${name}${space}${id}${language}>${parts.join(name === "Text" ? "" : "\n")}</${name}>`;
}
