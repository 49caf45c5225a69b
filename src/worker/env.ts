import type { Shelf } from "./store/shelf.ts";

/** What the Worker is given by wrangler.toml, and what an operator may add to it. */
export type Env = {
  /** Ready-to-serve bytes; the layout is in store/keys.ts. */
  readonly RACES: KVNamespace;
  /** Seconds between two askings of one card, overriding `next` of every race: slows cards down. */
  readonly TOPLINE_NEXT?: string;
};

/** What every handler can count on: the bindings, this isolate's memory, the time. */
export type AppEnv = {
  Bindings: Env;
  Variables: { readonly shelf: Shelf; readonly now: () => number };
};
