import { expect, test } from "vitest";
import { contractFields } from "../../../scripts/compare/contract-fields.ts";

const RACE = {
  type: "object",
  properties: { id: { type: "string" }, party: { $ref: "#/components/schemas/Party" } },
};
const PARTY = { anyOf: [{ type: "null" }, { type: "object", properties: { code: {} } }] };

/** The list of races, with the race written out or named. */
function openApi(race: object): object {
  return {
    paths: {
      "/v1/races": {
        get: {
          parameters: [{ name: "page", in: "query" }],
          responses: {
            200: {
              content: {
                "application/json": {
                  schema: { properties: { races: { type: "array", items: race } } },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: { Party: PARTY, Race: RACE } },
  };
}

test("a contract's fields are its operations, parameters, statuses and properties", () => {
  expect(contractFields(openApi(RACE))).toEqual([
    "get /v1/races",
    "get /v1/races 200",
    "get /v1/races 200 application/json",
    "get /v1/races 200 races",
    "get /v1/races 200 races[].id",
    "get /v1/races 200 races[].party",
    "get /v1/races 200 races[].party.code",
    "get /v1/races query page",
  ]);
});

test("a schema that is named has the same fields as one that is written out", () => {
  const named = openApi({ $ref: "#/components/schemas/Race" });
  expect(contractFields(named)).toEqual(contractFields(openApi(RACE)));
});

test("a schema inside itself ends, and a JSON Schema is read from its root", () => {
  const tree = { properties: { name: {}, parts: { items: { $ref: "#" } } } };
  expect(contractFields(tree)).toEqual(["name", "parts"]);
});
