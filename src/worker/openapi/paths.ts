import { z } from "zod";
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiPathsObject,
  ZodOpenApiResponseObject,
} from "zod-openapi";
import { raceId } from "../../race/schema/common.ts";
import {
  type Answer,
  JSON_TYPE,
  type Operation,
  PROBLEM_STATUSES,
  PROBLEM_TYPE,
} from "../../contract/operation.ts";
import { problem } from "../../contract/problem.ts";
import { listNumber } from "../../contract/query.ts";

/** Operations as OpenAPI puts them: by address, then by method. */
export function pathsOf(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method] = describe(operation);
  return paths;
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, scope, body, answers, problems } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: scope === null ? [] : [{ token: [] }],
    ...parametersOf(operation),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          [JSON_TYPE]: { schema: body.json },
          ...Object.fromEntries(body.files.map((mediaType) => [mediaType, {}])),
        },
      },
    }),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)]),
      ...problems.map((status) => [status, PROBLEMS[status]]),
    ]),
  };
}

/** What stands in braces in addresses. */
const PATH_PARAMETERS: Readonly<Record<string, z.ZodType>> = {
  id: raceId,
  n: listNumber,
  h: listNumber,
  p: listNumber,
  card: z
    .string()
    .meta({ description: "A card's name, or `auto`.", examples: ["polls", "polls.html"] }),
};

function parametersOf({
  path,
  query,
  headers,
}: Operation): Pick<ZodOpenApiOperationObject, "requestParams"> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const inPath = z.object(
    Object.fromEntries(
      names.map((name) => {
        const schema = PATH_PARAMETERS[name];
        if (schema === undefined) throw new Error(`${path}: what is {${name}}?`);
        return [name, schema];
      }),
    ),
  );
  if (names.length === 0 && !query && !headers) return {};
  return {
    requestParams: {
      ...(names.length > 0 && { path: inPath }),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
  };
}

/** One object for each answer, so that the description holds what several share once. */
const responses = new Map<Answer, ZodOpenApiResponseObject>();

function responseOf(answer: Answer): ZodOpenApiResponseObject {
  const { id, description, content } = answer;
  const known = responses.get(answer);
  if (known) return known;
  const response = {
    ...(id !== undefined && { id }),
    description,
    ...(content && {
      content: { [content.mediaType]: content.schema === null ? {} : { schema: content.schema } },
    }),
  };
  responses.set(answer, response);
  return response;
}

const PROBLEMS: Readonly<Record<string, ZodOpenApiResponseObject>> = Object.fromEntries(
  Object.entries(PROBLEM_STATUSES).map(([status, description]) => {
    const content = { [PROBLEM_TYPE]: { schema: problem } };
    return [status, { id: `Problem${status}`, description, content }];
  }),
);
