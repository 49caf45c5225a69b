import type { Env as WorkerEnv } from "../../src/worker/env.ts";
import type * as worker from "../../src/worker/worker.ts";

// What `cloudflare:workers` hands to tests, as wrangler.toml sets it up.
declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {}
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}
