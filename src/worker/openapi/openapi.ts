import { z } from "zod";
import { createDocument } from "zod-openapi";
import { operations } from "../../contract/operations.ts";
import { TAGS } from "../../contract/operation.ts";
import { FORMAT_NAMES } from "../../formats/formats.ts";
import { raceDocument } from "../../race/schema/document.ts";
import { pathsOf } from "./paths.ts";

/** The API's description, from the same schemas that check what comes in. */
export function openApiDocument(): object {
  return createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Topline",
        version: "1",
        description:
          "Live election numbers. Version 1 only ever gains fields: tolerate those you don't know.",
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/", description: "The host that this document comes from." }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      paths: pathsOf(operations(FORMAT_NAMES)),
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description: "A token made by `topline token`, for some races and scopes.",
          },
        },
      },
    },
    { override: ({ jsonSchema, io }) => settle(jsonSchema, io) },
  );
}

const RACE_SCHEMA_ADDRESS = "/v1/schema/race.json";

/** The race document's own schema, JSON Schema 2020-12. */
export function raceSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(raceDocument, {
    io: "output",
    override: ({ jsonSchema }) => settle(jsonSchema, "output"),
  });
  // Relative, because each newsroom serves it from a host of its own.
  return { $schema, $id: RACE_SCHEMA_ADDRESS, ...rest };
}

type JsonSchema = { additionalProperties?: unknown; format?: string; pattern?: string };

/**
 * What we answer may gain fields; what we take may not hold any that we don't know. A format says
 * all that the long pattern for a date or a time says.
 */
function settle(schema: JsonSchema, io: "input" | "output"): void {
  if (io === "output" && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.format === "date" || schema.format === "date-time") delete schema.pattern;
}
