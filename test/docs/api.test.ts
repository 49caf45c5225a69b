import { FORMAT_NAMES } from "../../src/formats/formats.ts";
import { expect, test } from "vitest";
import { changeHeaders } from "../../src/contract/desk/changes.ts";
import { GATE_RULES, RELEASED_BY } from "../../src/race/gate/rules/index.ts";
import { holdReason } from "../../src/contract/desk/hold-reason.ts";
import { operations } from "../../src/contract/operations.ts";
import { PROBLEMS } from "../../src/contract/problem.ts";
import { SECTIONS } from "../../src/race/sections/index.ts";
import { SOURCE_NAMES } from "../../src/race/check.ts";
import { raceDocument } from "../../src/race/schema/document.ts";
import { pollsSummary } from "../../src/race/sections/polls/summary.ts";
import { turnoutSummary } from "../../src/race/sections/turnout/summary.ts";
import { historySummary } from "../../src/race/sections/history/summary.ts";
import { moneySummary } from "../../src/race/sections/money/summary.ts";
import { resultsSummary } from "../../src/race/sections/results/summary.ts";
import { NEXT_SECONDS } from "../../src/race/status.ts";
import { cacheControl } from "../../src/worker/http/cache-control.ts";
import { codes, firstCodes, page, partOf, rows } from "./manual.ts";
import { found, sources } from "./sources.ts";

const manual = await page("docs/api.md");
const routes = await sources("src/worker/http", "src/worker/auth", "src/worker/routes");

const OPERATIONS = operations(FORMAT_NAMES);
/** Addresses of static files, which the contract doesn't describe: they are the contract. */
const STATIC = ["/v1/openapi.json", "/v1/schema/race.json"];

test("the manual has every address for readers, and no other", () => {
  const addresses = firstCodes(partOf(manual, "Addresses for readers"))
    .map((address) => address.replace(/\?.*/, ""))
    .flatMap((address) => SECTIONS.map((section) => address.replace("{section}", section)));
  const described = OPERATIONS.filter(({ tag }) => tag !== "Desk").map(({ path }) => path);
  expect(unique(addresses)).toEqual(unique([...described, ...STATIC]));
});

test("the manual has every address, method and scope for editors, and no other", () => {
  let path = "";
  const addresses = rows(partOf(manual, "Addresses for editors")).flatMap(
    ([first = "", method, scope]) => {
      path = codes(first)[0] ?? path;
      // race.json is no section that could stand still.
      const all = path.includes("/paused/") ? SECTIONS : SOURCE_NAMES;
      const names = path.includes("{section}") ? all : [""];
      return names.map((name) =>
        [...codes(method ?? ""), path.replace("{section}", name), ...codes(scope ?? "")].join(" "),
      );
    },
  );
  const described = OPERATIONS.filter(({ tag }) => tag === "Desk").map(
    ({ method, path: address, scope }) => `${method.toUpperCase()} ${address} ${scope}`,
  );
  expect(unique(addresses)).toEqual(unique(described));
});

test("every curl in the manual asks an address that there is", () => {
  const asked = [...manual.matchAll(/\$(HOST|RACE|DESK)(\/[^\s"?]*)?/g)].map(
    ([, base = "", rest = ""]) => BASES[base as keyof typeof BASES] + rest,
  );
  expect(asked.length).toBeGreaterThan(15);
  const templates = [...OPERATIONS.map(({ path }) => path), ""].map(
    (path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
  );
  expect(asked.filter((address) => !templates.some((one) => one.test(address)))).toEqual([]);
});

const BASES = { HOST: "", RACE: "/v1/races/x", DESK: "/v1/races/x/desk" } as const;

test("the manual has every query of the contract", () => {
  const queries = OPERATIONS.flatMap(({ query }) => Object.keys(query?.shape ?? {}));
  for (const query of unique(queries)) expect(manual).toContain(`\`?${query}=`);
});

test("the manual has every header that answers carry or requests may, and no other", () => {
  const inCode = found(routes, /"?((?:[A-Z][A-Za-z]*-)+[A-Z][A-Za-z]+)"?(?:[:,\])]| \?\?)/g).filter(
    (name) => !OF_NO_CONCERN.includes(name),
  );
  const told = codes(manual)
    .map((code) => code.split(":")[0] ?? "")
    .filter((code) => /^(?!YYYY)(?:[A-Z][A-Za-z]*-)+[A-Z][A-Za-z]+$/.test(code));
  expect(unique(told)).toEqual(unique([...inCode, ...Object.keys(changeHeaders.shape)]));
});

/** What Cloudflare and HTTP clients send by themselves, and headers of pages. */
const OF_NO_CONCERN = [
  "CF-Connecting-IP",
  "Content-Length",
  "Content-Security-Policy",
  "Referrer-Policy",
  "Strict-Transport-Security",
];

test("the manual has every problem with its status, and no other", () => {
  const inCode = Object.entries(PROBLEMS).map(([code, { status }]) => `${code} ${status}`);
  const told = ["Errors", "Errors at the desk"].flatMap((heading) =>
    rows(partOf(manual, heading)).flatMap(([names = "", status]) =>
      codes(names).map((name) => `${name} ${status}`),
    ),
  );
  expect(unique(told)).toEqual(unique(inCode));
});

test("the manual has every field of the document and of its summaries, and no other", () => {
  const parts = {
    "The race document": raceDocument,
    Polls: pollsSummary,
    Turnout: turnoutSummary,
    Results: resultsSummary,
    Money: moneySummary,
    History: historySummary,
  };
  for (const [heading, schema] of Object.entries(parts)) {
    const part = partOf(manual, heading).split("\n### ")[0] ?? "";
    const fields = firstCodes(part).map((code) => code.replace(/\[\]$/, ""));
    const own = fields.filter((field) => !field.includes("."));
    expect([heading, unique(own)]).toEqual([heading, unique(Object.keys(schema.shape))]);
  }
});

test("the manual has the times for which answers may be kept, and when cards ask again", () => {
  const told = rows(partOf(manual, "Caching")).map(([status = "", seconds, next]) => {
    const [name = ""] = codes(status);
    return [name, Number(seconds), Number(next)] as const;
  });
  const inCode = Object.entries(NEXT_SECONDS).map(([status, next]) => {
    const header = cacheControl(status as keyof typeof NEXT_SECONDS);
    return [status, Number(/max-age=(\d+)/.exec(header)?.[1]), next] as const;
  });
  expect(told).toEqual(inCode);
});

test("the manual has every rule of the gate as the rules say it, and no other", async () => {
  const held = partOf(await page("docs/data.md"), "What is held");
  const told = GATE_RULES.map((rule) => [
    `\`${rule.name}\``,
    rule.sentence,
    rule.example,
    rule.meanwhile,
    ("releasedBy" in rule ? rule.releasedBy : undefined) ?? RELEASED_BY,
  ]);
  expect(rows(held)).toEqual(expect.arrayContaining(told));
  expect(firstCodes(held).toSorted()).toEqual(holdReason.shape.rule.options.toSorted());
});

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].toSorted();
}
