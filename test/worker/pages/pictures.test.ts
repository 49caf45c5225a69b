import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { client, hurry, RACE_ID, raceJson } from "../desk/fixture.ts";
import { openApp } from "../harness.ts";

const LONG = "Wolfeschlegelsteinhausenbergerdorff-Ramírez y Fernández de la Concepción";
const NAMES = ["Ames", LONG, "شيماء القاسمي", "דוד בן־גוריון"];

const people = NAMES.map((name, i) => ({ id: `p${i}`, name, shortName: name }));

beforeAll(async () => {
  const { ask } = await client();
  const put = async (race: string, section: string, json: unknown) => {
    const answer = await ask("PUT", `${race}/desk/${section}`, { json });
    if (answer.status !== 200) throw new Error(await answer.text());
    await hurry(race);
  };
  const voting = { opens: "2020-06-18T07:00:00-04:00", closes: "2020-06-18T19:00:00-04:00" };
  const over = { electionDate: "2020-06-18", voting };
  const votes = (candidates: readonly { readonly id: string }[]) => ({
    counts: candidates.map(({ id }, i) => ({
      area: "total",
      measure: "votes",
      candidate: id,
      value: 1000 - 10 * i,
      asOf: "2020-06-18",
      source: "s",
    })),
  });
  await put(RACE_ID, "race", raceJson({ ...over, candidates: people }));
  await put(RACE_ID, "results", votes(people));
  const many = Array.from({ length: 30 }, (_, i) => ({
    id: `c${i}`,
    name: i === 7 ? "選挙 太郎" : `Candidate ${i}`,
    shortName: i === 7 ? "太郎" : `C${i}`,
  }));
  await put("us-xx-02-test", "race", raceJson({ ...over, id: "us-xx-02-test", candidates: many }));
  await put("us-xx-02-test", "results", votes(many));
});

/** A story is three times as large as what newsletters take. */
const MOST_BYTES: Readonly<Record<string, number>> = { "?size=story&theme=dark": 200_000 };

/** Width and height as a PNG's header says them. */
function sizeOf(png: ArrayBuffer): readonly [number, number] {
  const view = new DataView(png);
  expect(view.getUint32(0)).toBe(0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
}

/** The texts of an SVG. */
async function textsOf(path: string): Promise<readonly string[]> {
  const answer = await openApp().ask(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("image/svg+xml");
  return [...(await answer.text()).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
    text.replaceAll("\u00a0", " "),
  );
}

test.each([
  ["", 640, null],
  ["?scale=2", 1280, null],
  ["?size=wide", 1200, 630],
  ["?size=story&theme=dark", 1080, 1920],
])("results.png%s has the promised size, and few bytes", async (query, width, height) => {
  const answer = await openApp().ask(`/embed/${RACE_ID}/results.png${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("image/png");
  const png = await answer.arrayBuffer();
  const [w, h] = sizeOf(png);
  expect([w, height && h]).toEqual([width, height]);
  expect(png.byteLength).toBeLessThan(MOST_BYTES[query] ?? 100_000);
});

test("a picture says who, how many, when and from whom, as its text does", async () => {
  const texts = (await textsOf(`/embed/${RACE_ID}/results.svg`)).join(" ");
  const alt = await (await openApp().ask(`/embed/${RACE_ID}/results.txt`)).text();
  for (const said of [texts, alt])
    for (const part of [
      "TEST: made-up numbers",
      "Ames",
      "25.4%",
      "1,000",
      "June 18",
      "Source of the tests",
    ])
      expect(said).toContain(part);
  expect(alt).toContain(LONG);
});

test("a name that is longer than its line is cut, and every other stands whole", async () => {
  const texts = await textsOf(`/embed/${RACE_ID}/results.svg`);
  expect(texts.filter((text) => text.endsWith("…"))).toEqual([
    expect.stringMatching(/^Wolfeschlegelstein.*…$/),
  ]);
  expect(texts).toEqual(expect.arrayContaining(["شيماء القاسمي", "דוד בן־גוריון"]));
});

test("where not all fit, the picture says how many more there are", async () => {
  const rows = (texts: readonly string[]) =>
    texts.filter((text) => /^C\d+$|太郎/.test(text)).length;
  expect(rows(await textsOf("/embed/us-xx-02-test/results.svg"))).toBe(30);
  const wide = await textsOf("/embed/us-xx-02-test/results.svg?size=wide");
  expect(wide).toContain(`+ ${30 - rows(wide)}`);
});

test("characters that no font has are refused, and never drawn as nothing", async () => {
  const answer = await openApp().ask("/embed/us-xx-02-test/results.png");
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({
    code: "no_glyphs",
    detail: expect.stringContaining("太 郎"),
  });
});

test("a picture is drawn once for a publication", async () => {
  const stub = env.PICTURES.get(env.PICTURES.idFromName("drawn-once"));
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const first = await stub.png("one", svg, 9);
  const again = await stub.png("one", "<svg>this can't be drawn", 9);
  expect(new Uint8Array(again)).toEqual(new Uint8Array(first));
  expect(sizeOf(again)).toEqual([9, 9]);
});

test.each(["?size=huge", "?scale=9", "?theme=pink", "?scale=1e0"])(
  "%s is refused",
  async (query) => {
    const answer = await openApp().ask(`/embed/${RACE_ID}/results.png${query}`);
    expect(answer.status).toBe(400);
  },
);
