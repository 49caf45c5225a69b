import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRaceFolder } from "../../src/cli/folder/race-folder.ts";
import { compileRace } from "../../src/race/compile/compile-race.ts";
import { openApiDocument, raceSchema } from "../../src/worker/openapi/openapi.ts";

const ROOT = join(import.meta.dirname, "../..");

/** As others get it: out of its JSON, with nothing of ours. */
const published = <T>(body: T): T => JSON.parse(JSON.stringify(body)) as T;

test("a strict validator takes the race's schema, and the demo race fits it", async () => {
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  const schema = published(raceSchema());
  const fits = ajv.compile(schema);
  expect(ajv.getSchema("/v1/schema/race.json")).toBe(fits);

  const read = await readRaceFolder(join(ROOT, "races/us-ga-06-2017-runoff"));
  if (!read.ok) throw new Error("the demo race has faults");
  const stamp = { now: "2017-06-20T12:00:00Z", updatedAt: "2017-06-20T12:00:00Z" };
  const { document } = compileRace(read.value, { ...stamp, revision: 1, publication: 1 });
  expect([fits(published(document)), fits.errors]).toEqual([true, null]);
  expect(fits({ ...published(document), electionDate: 7 })).toBe(false);
});

test("Redocly's recommended rules find no error in the API's description", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const errorsIn = async (document: object) => {
    const problems = await lintFromString({ source: JSON.stringify(document), config });
    return problems.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId);
  };
  const document = openApiDocument();
  expect(await errorsIn(document)).toEqual([]);
  expect(await errorsIn({ ...document, servers: [] })).toEqual(["no-empty-servers"]);
});
