import fc from "fast-check";
import type { Operation } from "../../src/contract/operation.ts";
import { SOURCE_NAMES } from "../../src/race/check.ts";
import { bodyFor, nastyText } from "./bodies.ts";

/** A request as it goes over the wire. */
export type FuzzRequest = {
  /** The operation it was made from. */
  readonly operation: string;
  readonly method: string;
  /** Path and query, ASCII. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH", "PROPFIND"] as const;

const NASTY_SEGMENTS = [
  "..",
  ".",
  "%2e%2e",
  "%2E%2E%2f",
  "%00",
  "%",
  "%zz",
  "%ff%fe",
  "%c0%af",
  "%ed%a0%80",
  "__proto__",
  "constructor",
  "race:",
  "*",
  "{id}",
  ":id",
  "a".repeat(3000),
  "-1",
  "0",
  "1e3",
  "99999999999999999999",
] as const;

const percent: fc.Arbitrary<string> = fc
  .uint8Array({ minLength: 1, maxLength: 20 })
  .map((bytes) => Array.from(bytes, (b) => `%${b.toString(16).padStart(2, "0")}`).join(""));

/** One segment of a path that nobody has a use for. */
const nastySegment = fc.oneof(fc.constantFrom(...NASTY_SEGMENTS), percent, nastyText.map(encoded));

/** What an HTTP header may hold: visible ASCII and Latin-1, no line ends. */
const nastyHeader = fc
  .string({ unit: "binary", maxLength: 80 })
  .map((text) => text.replaceAll(/[^\u0020-\u007E\u00A0-\u00FF]/g, "?"));

const tag = fc.oneof(
  fc.constantFrom('"r1"', '"r2"', 'W/"r1"', "*", '"r1", "r2"', '"', '""', "r1"),
  nastyHeader,
);

const HEADERS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "If-Match": tag,
  "If-None-Match": tag,
  "If-Modified-Since": nastyHeader,
  "Idempotency-Key": fc.oneof(fc.constantFrom("k1", "k2", "k".repeat(300)), nastyHeader),
  "Content-Type": fc.oneof(
    fc.constantFrom("application/json", "text/csv", "application/xml", "application/zip", ";", ""),
    nastyHeader,
  ),
  "Content-Encoding": fc.constantFrom("gzip", "br", "identity", "nonsense"),
  Accept: nastyHeader,
  "Accept-Encoding": fc.constantFrom("gzip, br", "identity", "nonsense"),
  "Accept-Language": nastyHeader,
  Origin: fc.constantFrom("null", "https://example.org", "nonsense"),
  Range: fc.constantFrom("bytes=0-1", "bytes=-1", "bytes=9-1", "nonsense"),
  Cookie: nastyHeader,
  "X-Forwarded-Host": nastyHeader,
  "X-HTTP-Method-Override": fc.constantFrom(...METHODS),
  "Access-Control-Request-Method": fc.constantFrom(...METHODS),
};

const QUERY_VALUES = [
  "1",
  "0",
  "-1",
  "10",
  "9999999999",
  "2030-06-18T21:00:00-04:00",
  "2020-01-01T00:00:00Z",
  "2030-13-99",
  "json",
  "csv",
  "s",
  "",
] as const;

/**
 * Requests to every address of the interface: most nearly right, some with nothing right about them.
 * @param races ids that the requests are about
 * @param tokens what may stand in `Authorization`
 */
export function requests(
  operations: readonly Operation[],
  races: readonly string[],
  tokens: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const readers = operations.filter(({ scope }) => scope === null);
  const editors = operations.filter(({ scope }) => scope !== null);
  // There are few addresses for readers, and they matter as much.
  const operation = fc.oneof(fc.constantFrom(...readers), fc.constantFrom(...editors));
  return fc
    .tuple(operation, fc.constantFrom(...races))
    .chain(([one, race]) => requestFor(one, race, tokens));
}

function requestFor(
  { id, method, path, query, body }: Operation,
  race: string,
  tokens: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const section = SOURCE_NAMES.find((name) => path.endsWith(`/desk/${name}`)) ?? "race";
  const noBody = fc.constant(null);
  const anyBody = bodyFor(section, race);
  return fc.record({
    operation: fc.constant(id),
    method: mostly(9, fc.constant(method.toUpperCase()), fc.constantFrom(...METHODS)),
    path: fc
      .tuple(pathOf(path, race), queryOf(Object.keys(query?.shape ?? {})))
      .map(([address, search]) => address + search),
    headers: headersOf(tokens),
    body: body ? mostly(19, anyBody, noBody) : mostly(19, noBody, anyBody),
  });
}

function pathOf(path: string, race: string): fc.Arbitrary<string> {
  const id = mostly(14, fc.constant(race), nastySegment);
  const number = mostly(4, fc.integer({ min: 0, max: 30 }).map(String), nastySegment);
  const filled = fc
    .tuple(id, number)
    .map(([who, n]) => path.replace("{id}", who).replace(/\{[nh]\}/, n));
  const bent = fc
    .tuple(filled, nastySegment, fc.nat(4))
    .map(([address, extra, how]) =>
      how === 0
        ? `${address}/`
        : how === 1
          ? address.replaceAll("/", "//")
          : how === 2
            ? address.toUpperCase()
            : how === 3
              ? `${address}${extra}`
              : `${address}/${extra}`,
    );
  return mostly(9, filled, bent);
}

function queryOf(known: readonly string[]): fc.Arbitrary<string> {
  const name = mostly(
    6,
    fc.constantFrom("as_of", "limit", "before", "dry_run", "note", "x", ...known),
    nastySegment,
  );
  const value = fc.oneof(fc.constantFrom(...QUERY_VALUES), nastySegment);
  const pair = fc.tuple(name, value).map(([key, text]) => `${key}=${text}`);
  return fc
    .oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(pair, { maxLength: 4 }))
    .map((pairs) => (pairs.length === 0 ? "" : `?${pairs.join("&")}`));
}

function headersOf(tokens: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const authorization = mostly(
    15,
    fc.constantFrom(...tokens).map((token) => `Bearer ${token}`),
    fc.oneof(nastyHeader, fc.constantFrom("Bearer", "Bearer  ", "Basic dXNlcjpwYXNz", "")),
  );
  // Everybody asks from a place of their own, or the limit on addresses would end the fuzzing.
  const address = fc.ipV4();
  const others = fc.uniqueArray(fc.constantFrom(...Object.keys(HEADERS)), { maxLength: 4 });
  return fc
    .tuple(authorization, address, others)
    .chain(([token, ip, names]) =>
      fc
        .record(Object.fromEntries(names.map((name) => [name, HEADERS[name] ?? fc.constant("")])))
        .map((more) => ({ Authorization: token, "CF-Connecting-IP": ip, ...more })),
    );
}

function mostly<T>(weight: number, usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 4000);
}
