import { tableQuery } from "./sections.ts";
import { LOG_NAMES, LOGS } from "../race/logs/logs.ts";
import { raceAddress } from "./addresses.ts";
import { json, NOT_MODIFIED, type Operation } from "./operation.ts";

/** The public logs of a race, each in JSON and as a table. */
export const logOperations: readonly Operation[] = LOG_NAMES.flatMap((name) => {
  const path = `${raceAddress("{id}")}/${name}`;
  const id = name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const { title, schema } = LOGS[name];
  const shared = { method: "get", tag: "Races", scope: null, problems: [400, 404, 503] } as const;
  const table = {
    description: "The same as a table.",
    content: { mediaType: "text/csv", schema: null },
  };
  return [
    {
      ...shared,
      id: `get${id}`,
      path,
      summary: title,
      answers: { 200: json("Oldest first, the latest 1,000.", schema), 304: NOT_MODIFIED },
    },
    {
      ...shared,
      id: `get${id}Csv`,
      path: `${path}.csv`,
      query: tableQuery,
      summary: `${title}, as CSV`,
      answers: { 200: table, 304: NOT_MODIFIED },
    },
  ];
});
