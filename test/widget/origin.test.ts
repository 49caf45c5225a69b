import { expect, test } from "vitest";
import {
  isRaceId,
  isToplineScript,
  raceAddress,
  scriptOrigin,
  webOrigin,
} from "../../src/widget/origin.ts";

const script = (src: string) => ({ src }) as HTMLScriptElement;

test("a script's origin is that of its address, whichever copy it is", () => {
  expect(scriptOrigin(script("https://cards.example:8443/topline.js?x=1"))).toBe(
    "https://cards.example:8443",
  );
  expect(scriptOrigin(script("http://127.0.0.1:8787/w/topline.a1b2c3d4.js"))).toBe(
    "http://127.0.0.1:8787",
  );
});

test("a script without a web address has no origin", () => {
  for (const src of ["", "file:///tmp/topline.js", "blob:https://a.example/1", "topline.js"]) {
    expect(scriptOrigin(script(src))).toBeNull();
  }
  expect(scriptOrigin(null)).toBeNull();
});

test("Topline's scripts are told from others by their path, on any host", () => {
  expect(isToplineScript(script("https://cards.example/topline.js"))).toBe(true);
  expect(isToplineScript(script("https://other.example/w/topline.a1b2.js#x"))).toBe(true);
  expect(isToplineScript(script("https://cards.example/mytopline.js"))).toBe(false);
  expect(isToplineScript(script("https://cards.example/topline.js/ads.js"))).toBe(false);
  expect(isToplineScript(script(""))).toBe(false);
});

test("a named host counts only when it is an http address", () => {
  expect(webOrigin("https://two.example/some/path")).toBe("https://two.example");
  expect(webOrigin("javascript:alert(1)")).toBeNull();
  expect(webOrigin("two.example")).toBeNull();
  expect(webOrigin("")).toBeNull();
});

test("only a race's own spelling of an id is asked for", () => {
  expect(isRaceId("us-ga-06-2017-runoff")).toBe(true);
  for (const id of ["", "ab", "US-GA", "a/../b", "races?x", "é-2017", "a".repeat(65)]) {
    expect(isRaceId(id)).toBe(false);
  }
  expect(raceAddress("https://cards.example", "us-ga-06-2017-runoff")).toBe(
    "https://cards.example/v1/races/us-ga-06-2017-runoff",
  );
});
