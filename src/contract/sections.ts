import { z } from "zod";
import { DEFINITIONS, SECTIONS } from "../race/sections/index.ts";
import { raceAddress } from "./addresses.ts";
import { json, NOT_MODIFIED, type Operation } from "./operation.ts";

/** How a table is given to people who open it in a spreadsheet. */
export const tableQuery = z.strictObject({
  bom: z.literal("1").optional().meta({
    description:
      "Begins with a byte order mark, and texts that would be formulas with an apostrophe.",
  }),
  download: z.literal("1").optional().meta({
    description: "The same, saved under the race's and the section's name.",
  }),
});

export const sectionOperations: readonly Operation[] = SECTIONS.flatMap((name) => {
  const path = `${raceAddress("{id}")}/${name}`;
  const title = name[0]?.toUpperCase() + name.slice(1);
  const shared = { method: "get", tag: "Races", scope: null, problems: [400, 404, 503] } as const;
  const table = {
    description: "The same as a table.",
    content: { mediaType: "text/csv", schema: null },
  };
  return [
    {
      ...shared,
      id: `get${title}`,
      path,
      summary: `The ${name} of a race in full`,
      answers: { 200: json("The section.", DEFINITIONS[name].full), 304: NOT_MODIFIED },
    },
    {
      ...shared,
      id: `get${title}Csv`,
      path: `${path}.csv`,
      summary: `The ${name} of a race as CSV`,
      query: tableQuery,
      answers: { 200: table, 304: NOT_MODIFIED },
    },
  ];
});
