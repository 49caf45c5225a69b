import { createApp } from "./app.ts";
import type { Env } from "./env.ts";
import { answerFromMemory } from "./http/answer-from-memory.ts";
import { MemoryCache } from "./store/memory-cache.ts";

const memory = new MemoryCache();
const app = createApp(memory, Date.now);

export { BoardDesk } from "./desk/boards/board-desk.ts";
export { FeedDesk } from "./desk/feeds/feed-desk.ts";
export { RaceDesk } from "./desk/race-desk.ts";
export { Pictures } from "./pictures/pictures.ts";
export { Registry } from "./desk/registry/registry.ts";

export default {
  fetch(request, env, context) {
    const hot = answerFromMemory(request, env, memory, Date.now());
    if (hot !== null) return hot;
    // The runtime itself leaves out the body that HEAD must not have, and then says its true length.
    // Somebody may send one with HEAD, which a GET can't hold.
    const asked =
      request.method === "HEAD" ? new Request(request, { method: "GET", body: null }) : request;
    return app.fetch(asked, env, context);
  },
} satisfies ExportedHandler<Env>;
