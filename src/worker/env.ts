import type { Reading, Stored } from "./store/stored.ts";

/** What the Worker is given by wrangler.toml, and what an operator may add to it. */
export type Env = {
  /** Ready-to-serve bytes; the layout is in store/keys.ts. */
  readonly RACES: KVNamespace;
  /** Seconds between two askings of a card, overriding `next` of every race: slows cards down. */
  readonly TOPLINE_NEXT?: string;
};

/** What a handler has at hand: the bindings, and a read that goes by memory and last good copies. */
export type AppEnv = {
  Bindings: Env;
  Variables: { readonly read: Read };
};

/** One read of what `load` gives, under the name that its copies go by. */
export type Read = (
  key: string,
  load: () => Promise<Stored | null>,
  holdMs?: number,
) => Promise<Reading>;
