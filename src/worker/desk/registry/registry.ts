import { DurableObject } from "cloudflare:workers";
import { RACE_PREFIX } from "../../store/keys.ts";
import type { KvLister } from "../../store/kv.ts";
import { RegisteredRaces } from "./registered-races.ts";

/** The one registry: every race that was ever put, whatever happens to KV. */
export class Registry extends DurableObject<{ readonly RACES: KvLister }> {
  readonly #races: RegisteredRaces;

  constructor(state: DurableObjectState, env: { readonly RACES: KvLister }) {
    super(state, env);
    this.#races = new RegisteredRaces(state.storage, Date.now);
  }

  add(race: string): void {
    this.#races.add([race]);
  }

  /**
   * Every race, by id. Desks that version 0.1.0 wrote never told of themselves: those that readers
   * see are taken from KV, once. `complete` is false while KV couldn't be listed.
   */
  async list(): Promise<RegisteredList> {
    const races = this.#races;
    try {
      if (!races.isFilled()) races.fill(await raceIds(this.env.RACES));
    } catch (error) {
      console.error("the registry couldn't be filled from KV", error);
    }
    return { desks: races.all(), complete: races.isFilled() };
  }
}

export type RegisteredList = {
  readonly desks: { readonly race: string; readonly since: string }[];
  readonly complete: boolean;
};

async function raceIds(kv: KvLister): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await kv.list({ prefix: RACE_PREFIX, cursor });
    ids.push(...page.keys.map(({ name }) => name.slice(RACE_PREFIX.length)));
    cursor = page.list_complete ? null : page.cursor;
  } while (cursor !== null);
  return ids;
}
