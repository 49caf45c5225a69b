import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { createApp } from "../../src/worker/app.ts";
import type { Env } from "../../src/worker/env.ts";
import { MemoryCache } from "../../src/worker/store/memory-cache.ts";

export const ORIGIN = "https://topline.test";

/** A fresh isolate's app over the real KV, with a clock that a test moves. */
export function openApp(bindings: Partial<Env> = {}) {
  const clock = { now: Date.parse("2030-06-19T16:00:00Z") };
  const memory = new MemoryCache();
  const app = createApp(memory, () => clock.now);
  return {
    clock,
    memory,
    app,
    /** Answers a request and waits for the work that goes on after the answer. */
    async ask(path: string, init: RequestInit = {}): Promise<Response> {
      const context = createExecutionContext();
      const request = new Request(ORIGIN + path, init);
      const answer = await app.fetch(request, { ...env, ...bindings }, context);
      await waitOnExecutionContext(context);
      return answer;
    },
  };
}

/** The real KV behind a switch, which also notes what it was asked. */
export class Switch {
  mode: "works" | "fails" | "hangs" = "works";
  readonly asked: string[] = [];
  readonly kv: KVNamespace;

  constructor(kv: KVNamespace = env.RACES) {
    const methods = new Set(["getWithMetadata", "list"]);
    this.kv = new Proxy(kv, {
      get: (target, name) => {
        if (typeof name !== "string" || !methods.has(name)) return Reflect.get(target, name);
        return (first: unknown, ...rest: unknown[]) => {
          this.asked.push(typeof first === "string" ? first : name);
          if (this.mode === "fails") return Promise.reject(new Error("KV GET failed: 500"));
          if (this.mode === "hangs") return new Promise(() => {});
          const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
          return method.call(target, first, ...rest);
        };
      },
    });
  }
}
