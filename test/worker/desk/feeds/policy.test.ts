import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkAddress } from "../../../../src/worker/desk/feeds/check-address.ts";
import { feedPolicy } from "../../../../src/worker/desk/feeds/policy.ts";

const policy = feedPolicy({ TOPLINE_FEED_HOSTS: "results.example.org, *.Example.com" });

const refusal = (address: string, of = policy) => {
  const checked = checkAddress(address, null, of);
  return checked.ok ? null : checked.reason;
};

test("listed hosts are asked over https, by their name or below a star", () => {
  for (const address of [
    "https://results.example.org/a.csv?b=c",
    "https://RESULTS.example.org:443/",
    "https://sheets.example.com/",
    "https://a.b.example.com/",
  ])
    expect(refusal(address)).toBe(null);
});

test.each([
  ["https://example.org/", "example.org is not listed in TOPLINE_FEED_HOSTS"],
  ["https://example.com/", "example.com is not listed in TOPLINE_FEED_HOSTS"],
  ["https://badexample.com/", "badexample.com is not listed in TOPLINE_FEED_HOSTS"],
  [
    "https://results.example.org.evil.net/",
    "results.example.org.evil.net is not listed in TOPLINE_FEED_HOSTS",
  ],
  ["https://results.example.org./", "results.example.org. is not listed in TOPLINE_FEED_HOSTS"],
  ["http://results.example.org/", "results.example.org is not asked over https"],
  ["ftp://results.example.org/", "results.example.org is not asked over https"],
  ["file:///etc/passwd", "it is not asked over https"],
  ["data:text/csv,a", "it is not asked over https"],
  [
    "https://results.example.org:8443/",
    "port 8443 of results.example.org is not allowed, only 443",
  ],
  [
    "https://results.example.org@evil.net/",
    "a name or password in the address of evil.net is not allowed",
  ],
  [
    "https://user:pass@results.example.org/",
    "a name or password in the address of results.example.org is not allowed",
  ],
  ["not an address", "an address that can't be read is not allowed"],
])("%s is refused", (address, reason) => {
  expect(refusal(address)).toBe(reason);
});

test("no IP address and no private name is asked, listed or not, however it is written", () => {
  const everything = feedPolicy({
    TOPLINE_FEED_HOSTS: "127.0.0.1, 10.0.0.1, db.internal, *.local, printer.home.arpa, *.0.0.1",
  });
  const addresses = [
    "https://127.0.0.1/",
    "https://10.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://127.1/",
    "https://0177.0.0.1/",
    "https://[::1]/",
    "https://[fe80::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://①②⑦.0.0.1/",
    "https://localhost/",
    "https://a.localhost/",
    "https://db.internal/",
    "https://printer.local/",
    "https://printer.home.arpa/",
    "https://intranet/",
  ];
  const refused = /is an IP address|is not a public host/;
  expect(addresses.filter((address) => !refused.test(refusal(address, everything) ?? ""))).toEqual(
    [],
  );
});

test("without a list no host is asked", () => {
  expect(refusal("https://results.example.org/", feedPolicy({}))).toMatch(/is not listed/);
  expect(
    refusal("https://results.example.org/", feedPolicy({ TOPLINE_FEED_HOSTS: " , " })),
  ).toMatch(/is not listed/);
});

test("entries that name no host are told, and allow nothing", () => {
  const broken = feedPolicy({
    TOPLINE_FEED_HOSTS: "*, *.org, https://a.example.org, a.example.org:80, ok.example.org, -a.b",
    TOPLINE_FEED_DEV_HOST: "10.0.0.5:80",
  });
  expect(broken.hosts).toEqual(["ok.example.org"]);
  expect(broken.devHost).toBe(null);
  expect(broken.ignored).toEqual([
    "*",
    "*.org",
    "https://a.example.org",
    "a.example.org:80",
    "-a.b",
    "10.0.0.5:80",
  ]);
});

test("the one test server of this machine is asked over http, and nothing else of it", () => {
  const dev = feedPolicy({ TOPLINE_FEED_DEV_HOST: "127.0.0.1:8799" });
  expect(refusal("http://127.0.0.1:8799/a.csv", dev)).toBe(null);
  const others = [
    "http://127.0.0.1:8798/",
    "http://127.0.0.1/",
    "http://localhost:8799/",
    "https://127.0.0.1:8799/",
    "http://127.0.0.1.example.org:8799/",
  ];
  expect(others.filter((address) => refusal(address, dev) === null)).toEqual([]);
});

test("whatever address passes is https on a listed host", () => {
  const piece = fc.constantFrom(
    "https://",
    "http://",
    "//",
    "results.example.org",
    "example.com",
    "127.0.0.1",
    "@",
    ":",
    "443",
    "8443",
    "/",
    "\\",
    "?",
    "#",
    ".",
    "a.",
    "%2e",
    "\t",
    "[::1]",
    "evil.net",
    "ⅇ",
    "。",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const checked = checkAddress(pieces.join(""), null, policy);
      if (!checked.ok) return;
      expect(checked.url.protocol).toBe("https:");
      expect(checked.url.hostname).toMatch(/^results\.example\.org$|\.example\.com$/);
      expect(checked.url.port + checked.url.username + checked.url.password).toBe("");
    }),
    { numRuns: 3000 },
  );
});
