import { expect, test } from "vitest";
import { readClarityXml } from "../../src/formats/clarity/xml.ts";
import { readNistJson } from "../../src/formats/nist/json.ts";
import { readSosJson } from "../../src/formats/sos-ga/sos-ga.ts";

const xml = (votes: string) =>
  `<ElectionResult>\n<Contest key="1" text="Mayor"><Choice key="1" text="Ada Able" totalVotes="${votes}"/></Contest></ElectionResult>`;

test("XML and JSON results are read inside workerd, faults with their line", () => {
  expect(readClarityXml(xml("5"))).toMatchObject({
    value: { contests: [{ counts: [{ value: 5 }] }] },
  });
  expect(readClarityXml(xml("x"))).toMatchObject({
    value: { contests: [{ faults: [{ line: 2 }] }] },
  });
  expect(readSosJson('{"results":\n0}')).toMatchObject({ faults: [{ line: 2, column: 1 }] });
  expect(readNistJson("{")).toMatchObject({ faults: [{ line: 1 }] });
});
