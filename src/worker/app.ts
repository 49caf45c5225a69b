import { Hono } from "hono";
import type { AppEnv } from "./env.ts";
import { problem } from "./http/problem.ts";
import { health } from "./routes/health.ts";
import { races } from "./routes/races.ts";
import type { Shelf } from "./store/shelf.ts";

/**
 * Every address that the Worker answers. Static files never come here.
 * @param now milliseconds since 1970
 */
export function createApp(shelf: Shelf, now: () => number): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set("shelf", shelf);
    c.set("now", now);
    await next();
  });
  app.route("/v1/races", races);
  app.route("/health", health);
  app.notFound(() =>
    problem(
      "unknown_address",
      "Check the path: /v1/races lists the races, /v1/races/{id} is one, /v1/races/{id}/{section} is a section of it.",
    ),
  );
  app.onError((error) => {
    console.error(error);
    return problem("internal_error", "The fault is ours and has been logged. Try again later.");
  });
  return app;
}
