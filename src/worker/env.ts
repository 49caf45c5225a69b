import type { FeedSettings } from "./desk/feeds/policy.ts";
import type { BoardDesk } from "./desk/boards/board-desk.ts";
import type { FeedDesk } from "./desk/feeds/feed-desk.ts";
import type { RaceDesk } from "./desk/race-desk.ts";
import type { Pictures } from "./pictures/pictures.ts";
import type { Registry } from "./desk/registry/registry.ts";
import type { Lookup, StoredValue } from "./store/stored-value.ts";

/** What the Worker is given by wrangler.toml, and what an operator may add to it. */
export type Env = FeedSettings & {
  /** Ready-to-serve bytes; the layout is in store/keys.ts. */
  readonly RACES: KVNamespace;
  /** One desk for each race, by the race's id: the only place that changes it. */
  readonly DESKS: DurableObjectNamespace<RaceDesk>;
  /** The one registry of all desks. */
  readonly REGISTRY: DurableObjectNamespace<Registry>;
  /** One for each feed's address with the names of its secrets. */
  readonly FEEDS: DurableObjectNamespace<FeedDesk>;
  /** One desk for each board, by the board's id. */
  readonly BOARDS: DurableObjectNamespace<BoardDesk>;
  readonly PICTURES: DurableObjectNamespace<Pictures>;
  /** Static files, as readers get them. */
  readonly ASSETS?: Pick<Fetcher, "fetch">;
  /** How often the desks may be asked from one address, and with one token. */
  readonly DESK_BY_ADDRESS: RateLimit;
  readonly DESK_BY_TOKEN: RateLimit;
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
  load: () => Promise<StoredValue | null>,
  holdMs?: number,
) => Promise<Lookup>;
