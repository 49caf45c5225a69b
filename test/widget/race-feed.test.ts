import { beforeEach, describe, expect, test } from "vitest";
import type { RaceDocument } from "../../src/race/schema/document.ts";
import type { Answer } from "../../src/widget/client.ts";
import { RaceFeed, type CardEvent, type Listener } from "../../src/widget/race-feed.ts";
import type { View } from "../../src/cards/view.ts";
import { FakeEnvironment } from "./fake-environment.ts";

let browser: FakeEnvironment;
let feed: RaceFeed;
let seen: { readonly view: View; readonly event: CardEvent }[];
const card: Listener = (view, event) => seen.push({ view, event });

beforeEach(() => {
  browser = new FakeEnvironment();
  feed = new RaceFeed(browser.environment, "https://cards.example/v1/races/a-race", "a-race");
  seen = [];
});

function race(publication: number, more: Partial<Answer & { kind: "race" }> = {}): Answer {
  const document: Partial<RaceDocument> = { schema: 1, id: "a-race", publication, next: 15 };
  return {
    kind: "race",
    race: document as RaceDocument,
    etag: `"${publication}"`,
    staleSeconds: null,
    nextSeconds: null,
    serverNow: null,
    ...more,
  };
}
const failed: Answer = { kind: "failed", retryAfterSeconds: null };
const last = () => seen.at(-1);
const answer = (a: Answer) => browser.requests.at(-1)?.answer(a);
/** By how much the card's clock differs from the reader's. */
const shownNow = () => {
  const view = last()?.view;
  return view?.kind === "ready" ? view.now - browser.now : undefined;
};
const other: Listener = () => {};
const stale = () => {
  const view = last()?.view;
  return view?.kind === "ready" ? view.staleSeconds : undefined;
};

test("the first card asks at once, in a way that matches the page's preload line", () => {
  feed.join(card, true);
  expect(browser.requests.map(({ refresh }) => refresh)).toEqual([false]);
  expect(seen).toEqual([{ view: { kind: "loading" }, event: null }]);
});

test("eight cards share one request and get the same race", async () => {
  const views: View[] = [];
  for (let i = 0; i < 8; i++) feed.join((view) => views.push(view), true);
  await answer(race(1));
  browser.advance(0);
  expect(browser.requests).toHaveLength(1);
  const races = views.slice(-8).map((view) => view.kind === "ready" && view.race);
  expect(new Set(races).size).toBe(1);
});

test("cards beside each other draw in tasks of their own, and not once they have left", async () => {
  feed.join(other, true);
  feed.join(card, true);
  seen = [];
  await answer(race(1));
  expect(seen).toEqual([]);
  browser.advance(0);
  expect(last()?.event).toBe("ready");
  browser.advance(15);
  await answer(race(2));
  feed.leave(card);
  browser.advance(0);
  expect(seen).toHaveLength(1);
});

test("a card that comes later is ready without asking", async () => {
  feed.join(other, true);
  await answer(race(1));
  feed.join(card, true);
  expect(last()).toMatchObject({ view: { kind: "ready" }, event: "ready" });
  expect(browser.requests).toHaveLength(1);
});

test("refreshes past the cache by the document's rhythm and tells what is new", async () => {
  feed.join(card, true);
  await answer(race(1));
  expect(last()).toMatchObject({ view: { kind: "ready" }, event: "ready" });
  browser.advance(15);
  expect(browser.requests.map(({ refresh }) => refresh)).toEqual([false, true]);
  await answer(race(1));
  expect(last()?.event).toBeNull();
  browser.advance(15);
  await answer(race(2));
  expect(last()).toMatchObject({ view: { race: { publication: 2 } }, event: "update" });
});

test("an unchanged document keeps its identity", async () => {
  feed.join(card, true);
  await answer(race(1));
  const before = last()?.view;
  browser.advance(15);
  await answer(race(1));
  const after = last()?.view;
  expect(before?.kind === "ready" && after?.kind === "ready" && after.race === before.race).toBe(
    true,
  );
});

test("the operator's rhythm goes before the document's", async () => {
  feed.join(card, true);
  await answer(race(1, { nextSeconds: 120 }));
  browser.advance(119);
  expect(browser.requests).toHaveLength(1);
  browser.advance(1);
  expect(browser.requests).toHaveLength(2);
});

test("never asks again when next is 0", async () => {
  feed.join(card, true);
  await answer(race(1, { nextSeconds: 0 }));
  browser.advance(86_400);
  browser.setHidden(true);
  browser.setHidden(false);
  expect(browser.requests).toHaveLength(1);
});

test("never has two requests under way", async () => {
  feed.join(card, true);
  await answer(race(1));
  browser.advance(15);
  browser.advance(600);
  browser.setHidden(true);
  browser.setHidden(false);
  feed.join(other, true);
  expect(browser.requests).toHaveLength(2);
});

describe("cards that aren't kept up to date", () => {
  test("get their first numbers, also after a failure, and no others", async () => {
    feed.join(card, false);
    await answer(failed);
    browser.advance(5);
    await answer(race(1));
    expect(last()).toMatchObject({ view: { kind: "ready" }, event: "ready" });
    browser.advance(3600);
    expect(browser.requests).toHaveLength(2);
  });

  test("are all that is left when the last live card goes", async () => {
    feed.join(card, true);
    await answer(race(1));
    feed.join(other, false);
    feed.leave(card);
    browser.advance(3600);
    expect(browser.requests).toHaveLength(1);
  });

  test("go along once a card beside them is kept up to date", async () => {
    feed.join(card, false);
    await answer(race(1));
    browser.advance(3600);
    feed.join(other, true);
    browser.advance(0);
    await answer(race(2));
    expect(last()).toMatchObject({ view: { race: { publication: 2 } }, event: "update" });
  });
});

describe("when asking fails", () => {
  test("keeps the numbers, tells their age and recovers by itself", async () => {
    feed.join(card, true);
    await answer(race(1));
    browser.advance(15);
    await answer(failed);
    expect(last()).toMatchObject({ view: { kind: "ready", staleSeconds: null }, event: "error" });
    browser.advance(15);
    await answer(failed);
    expect(last()).toMatchObject({ view: { kind: "ready", staleSeconds: 30 }, event: null });
    browser.advance(30);
    await answer(race(1));
    expect(last()).toMatchObject({ view: { kind: "ready", staleSeconds: null }, event: null });
    browser.advance(15);
    await answer(failed);
    expect(last()?.event).toBe("error");
  });

  test("the shown age grows while nothing is asked", async () => {
    feed.join(card, true);
    await answer(race(1));
    for (let i = 0; i < 6; i++) {
      browser.advance(300);
      await answer(failed);
    }
    const before = stale();
    browser.advance(60);
    expect(stale()).toBe((before ?? Number.NaN) + 60);
  });

  test("waits for Retry-After even when the tab is shown before", async () => {
    feed.join(card, true);
    await answer({ kind: "failed", retryAfterSeconds: 90 });
    browser.setHidden(true);
    browser.advance(60);
    browser.setHidden(false);
    expect(browser.requests).toHaveLength(1);
    browser.advance(30);
    expect(browser.requests).toHaveLength(2);
  });

  test("from the start, a reader can ask again at once", async () => {
    feed.join(card, true);
    await answer(failed);
    const view = last()?.view;
    if (view?.kind !== "failed") throw new Error("expected the failed view");
    view.retry();
    view.retry();
    expect(last()?.view).toEqual({ kind: "loading" });
    expect(browser.requests.map(({ refresh }) => refresh)).toEqual([false, true]);
    browser.advance(60);
    expect(browser.requests).toHaveLength(2);
    await answer(race(1));
    expect(last()).toMatchObject({ view: { kind: "ready" }, event: "ready" });
  });

  test("an unknown race is told once and looked for again", async () => {
    feed.join(card, true);
    await answer({ kind: "unknown" });
    expect(last()).toEqual({ view: { kind: "unknown", raceId: "a-race" }, event: "error" });
    browser.advance(60);
    await answer({ kind: "unknown" });
    expect(last()?.event).toBeNull();
    browser.advance(60);
    await answer(race(1));
    expect(last()).toMatchObject({ view: { kind: "ready" }, event: "ready" });
  });
});

test("the server's own last good numbers have their age from the first answer on", async () => {
  feed.join(card, true);
  await answer(race(1, { staleSeconds: 40 }));
  expect(stale()).toBe(40);
  browser.advance(15);
  await answer(race(1));
  expect(stale()).toBeNull();
});

describe("a reader's wrong clock", () => {
  test("is put right when it is slow", async () => {
    feed.join(card, true);
    await answer(race(1, { serverNow: browser.now + 3_600_000 }));
    expect(shownNow()).toBe(3_600_000);
  });

  test("is put right when it is a day fast, and asked about at once", async () => {
    feed.join(card, true);
    await answer(race(1, { serverNow: browser.now - 86_400_000 }));
    expect(shownNow()).toBe(-86_400_000);
    browser.advance(0);
    expect(browser.requests.map(({ refresh }) => refresh)).toEqual([false, true]);
    await answer(race(1, { serverNow: browser.now - 86_400_000 }));
    expect([shownNow(), stale()]).toEqual([-86_400_000, null]);
    browser.advance(14);
    expect(browser.requests).toHaveLength(2);
  });

  test("isn't blamed for an answer that waited in a cache, as after the back button", async () => {
    feed.join(card, true);
    await answer(race(1, { serverNow: browser.now - 132_000 }));
    browser.advance(0);
    await answer(race(2, { serverNow: browser.now }));
    expect([shownNow(), stale()]).toEqual([0, null]);
  });

  test("or an old answer: their age is told at the first failure to find out which", async () => {
    feed.join(card, true);
    await answer(race(1, { serverNow: browser.now - 3_600_000 }));
    browser.advance(0);
    await answer({ kind: "failed", retryAfterSeconds: null });
    expect(stale()).toBe(3600);
  });

  test("can't be told from a cache within its two minutes until an answer is checked", async () => {
    feed.join(card, true);
    await answer(race(1, { serverNow: browser.now - 100_000 }));
    expect(shownNow()).toBe(0);
    browser.advance(15);
    await answer(race(1, { serverNow: browser.now - 100_000 }));
    expect(shownNow()).toBe(-100_000);
  });

  test("is left alone when it is off by seconds", async () => {
    feed.join(card, true);
    await answer(race(1, { serverNow: browser.now + 2000 }));
    expect(shownNow()).toBe(0);
  });
});

test("leaves nothing behind after the last card", async () => {
  feed.join(card, true);
  feed.join(other, true);
  await answer(race(1));
  browser.advance(15);
  expect(feed.leave(other)).toBe(false);
  expect(feed.leave(card)).toBe(true);
  feed.close();
  const told = seen.length;
  await answer(race(2));
  expect(browser.requests.at(-1)?.request.signal.aborted).toBe(true);
  expect([browser.timers.size, browser.visibilityListeners.size]).toEqual([0, 0]);
  expect(seen).toHaveLength(told);
});
