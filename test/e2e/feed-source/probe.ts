import { fetchFeed, type Validators } from "../../../src/worker/desk/feeds/fetch-feed.ts";
import { feedPolicy } from "../../../src/worker/desk/feeds/policy.ts";

type Job = {
  readonly url: string;
  readonly previous: Validators | null;
  readonly timeoutMs: number;
  readonly maxBytes: number;
};

/** A Worker that does nothing but fetch one feed as it is told, and says what came of it. */
// oxlint-disable-next-line import/no-default-export -- a Worker's entry has to be one
export default {
  async fetch(request: Request, env: { TOPLINE_FEED_DEV_HOST: string }): Promise<Response> {
    const job = (await request.json()) as Job;
    const policy = feedPolicy(env);
    const io = { ...job, policy, fetch: (url: string, init: RequestInit) => fetch(url, init) };
    const fetched = await fetchFeed({ url: job.url }, job.previous, io);
    return Response.json(
      fetched.kind === "changed"
        ? { ...fetched, bytes: new TextDecoder().decode(fetched.bytes.slice(0, 1000)) }
        : fetched,
    );
  },
};
