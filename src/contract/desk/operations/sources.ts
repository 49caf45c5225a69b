import { SOURCE_SCHEMAS, type SourceName } from "../../../race/check.ts";
import { json, NOT_MODIFIED, type Operation } from "../../operation.ts";
import { fileQuery } from "../files.ts";
import { CHANGE, DESK, LOOK } from "./common.ts";

/** @param name `race`, or a section that editors keep */
export function sourceOperations(
  name: SourceName,
  formats: readonly string[],
): readonly Operation[] {
  const path = `${DESK}/${name}`;
  const title = name[0]?.toUpperCase() + name.slice(1);
  const schema = SOURCE_SCHEMAS[name];
  const files = name === "race" ? [] : ["text/csv", "application/xml", "application/zip"];
  const query = fileQuery(formats);
  const write = {
    ...CHANGE,
    path,
    scope: "publish",
    query,
    body: { json: schema, files },
    problems: [...CHANGE.problems, 413],
  } as const;
  return [
    {
      ...LOOK,
      id: `getDesk${title}`,
      path,
      summary: `The ${name} as editors keep it`,
      answers: { 200: json("With its ETag.", schema), 304: NOT_MODIFIED },
    },
    { ...write, method: "put", id: `replaceDesk${title}`, summary: `Replace the ${name}` },
    {
      ...write,
      method: "post",
      id: `addToDesk${title}`,
      summary: `Add to the ${name}, by the keys of its rows`,
    },
    {
      ...CHANGE,
      method: "delete",
      path,
      scope: "publish",
      id: `deleteDesk${title}`,
      summary: `Take the ${name} away`,
    },
  ];
}
