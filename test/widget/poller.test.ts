import { beforeEach, expect, test } from "vitest";
import { Poller } from "../../src/widget/poller.ts";
import { FakeEnvironment } from "./fake-environment.ts";

let browser: FakeEnvironment;
let poller: Poller;
let asked: number;
let ticked: number;

beforeEach(() => {
  browser = new FakeEnvironment();
  asked = 0;
  ticked = 0;
  poller = new Poller(
    browser.environment,
    () => {
      asked += 1;
      poller.setDue(Infinity);
    },
    () => (ticked += 1),
  );
});

test("asks once when it is due", () => {
  poller.setDue(browser.now + 15_000);
  browser.advance(14);
  expect(asked).toBe(0);
  browser.advance(1);
  expect(asked).toBe(1);
  browser.advance(3600);
  expect(asked).toBe(1);
});

test("ticks once a minute on the way to a distant asking", () => {
  poller.setDue(browser.now + 300_000);
  browser.advance(299);
  expect([asked, ticked]).toEqual([0, 4]);
  browser.advance(1);
  expect([asked, ticked]).toEqual([1, 4]);
});

test("sets no timer in a hidden tab, and asks at once when shown if it is due", () => {
  poller.setDue(browser.now + 15_000);
  browser.setHidden(true);
  expect(browser.timers.size).toBe(0);
  browser.advance(60);
  expect(asked).toBe(0);
  browser.setHidden(false);
  expect(asked).toBe(1);
});

test("goes on waiting when shown before it is due", () => {
  poller.setDue(browser.now + 15_000);
  browser.setHidden(true);
  browser.advance(5);
  browser.setHidden(false);
  expect([asked, ticked]).toEqual([0, 1]);
  browser.advance(10);
  expect(asked).toBe(1);
});

test("notices at its next tick that the machine has slept past the moment", () => {
  poller.setDue(browser.now + 300_000);
  const [timer] = browser.timers;
  browser.now += 8 * 3_600_000;
  timer?.run();
  expect(asked).toBe(1);
});

test("has one timer at a time and leaves nothing behind", () => {
  poller.setDue(browser.now + 15_000);
  poller.setDue(browser.now + 20_000);
  expect(browser.timers.size).toBe(1);
  poller.stop();
  expect(browser.timers.size).toBe(0);
  expect(browser.visibilityListeners.size).toBe(0);
});

test("asks as soon as the network is back, in a hidden tab once it is shown", () => {
  poller.setDue(browser.now + 300_000);
  browser.goOnline();
  expect(asked).toBe(1);
  browser.goOnline();
  expect(asked).toBe(1);
  poller.setDue(browser.now + 300_000);
  browser.setHidden(true);
  browser.goOnline();
  expect(asked).toBe(1);
  browser.setHidden(false);
  expect(asked).toBe(2);
});
