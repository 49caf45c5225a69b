import { Hono } from "hono";
import {
  boardDeskAddress,
  BOARDS_ADDRESS,
  deskAddress,
  RACES_ADDRESS,
} from "../contract/addresses.ts";
import { HOME_ADDRESS } from "../contract/home.ts";
import { OEMBED_ADDRESS } from "../contract/oembed.ts";
import { EMBED_ADDRESS, RACE_PAGES_ADDRESS } from "../contract/pages.ts";
import { DESKS_ADDRESS } from "../contract/desk/desks.ts";
import { BULK_ADDRESS, CHANGES_ADDRESS } from "../contract/races.ts";
import type { AppEnv } from "./env.ts";
import { otherMethods } from "./http/other-methods.ts";
import { problem } from "./http/problem.ts";
import { desk } from "./routes/desk/desk.ts";
import { desks } from "./routes/desks.ts";
import { boardDesk } from "./routes/boards/board-desk.ts";
import { boards } from "./routes/boards/boards.ts";
import { bulk } from "./routes/bulk.ts";
import { changes } from "./routes/changes.ts";
import { embeds } from "./routes/embeds.ts";
import { oembeds } from "./routes/oembed.ts";
import { health } from "./routes/health.ts";
import { home } from "./routes/home.ts";
import { pictures } from "./routes/pictures.ts";
import { publicationsOf } from "./routes/publications.ts";
import { BOARDS, RACES } from "./routes/published.ts";
import { raceFeeds } from "./routes/race-feeds.ts";
import { racePages } from "./routes/race-pages.ts";
import { races } from "./routes/races.ts";
import { read } from "./store/read.ts";
import type { MemoryCache } from "./store/memory-cache.ts";

/**
 * Every address that the Worker answers; static files never come here.
 * @param memory this isolate's memory
 * @param now milliseconds since 1970
 */
export function createApp(memory: MemoryCache, now: () => number): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(otherMethods(app));
  app.use(async (c, next) => {
    const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
    c.set("read", (...what) => read({ memory, now, waitUntil }, ...what));
    await next();
  });
  app.route(deskAddress(":id"), desk);
  app.route(DESKS_ADDRESS, desks);
  app.route(boardDeskAddress(":id"), boardDesk);
  app.route(BOARDS_ADDRESS, publicationsOf(BOARDS));
  app.route(BOARDS_ADDRESS, boards);
  app.route(BULK_ADDRESS, bulk);
  app.route(CHANGES_ADDRESS, changes);
  app.route(RACES_ADDRESS, publicationsOf(RACES));
  app.route(RACES_ADDRESS, races);
  app.route(RACE_PAGES_ADDRESS, raceFeeds);
  app.route(RACE_PAGES_ADDRESS, racePages);
  app.route(EMBED_ADDRESS, pictures);
  app.route(EMBED_ADDRESS, embeds);
  app.route(OEMBED_ADDRESS, oembeds);
  app.route("/health", health);
  app.route(HOME_ADDRESS, home);
  app.notFound(() =>
    problem(
      "unknown_address",
      "Check the path: /v1/races lists the races, /v1/races/{id} is one of them, and /v1/races/{id}/{section} is a section of it in full.",
    ),
  );
  app.onError((error) => {
    console.error(error);
    return problem("internal_error", "The fault is on our side and has been logged.");
  });
  return app;
}
