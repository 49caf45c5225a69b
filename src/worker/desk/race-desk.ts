import { DurableObject } from "cloudflare:workers";
import type { SourceName } from "../../race/check.ts";
import type { Env } from "../env.ts";
import { runDue } from "./alarm.ts";
import { type Desk, openDesk, schedule } from "./desk.ts";
import { readSource, type Source } from "./read-source.ts";
import type { Outcome } from "./outcome.ts";
import type { Change, Terms } from "./terms.ts";
import { change } from "./write.ts";

/**
 * The single writer of one race. Nothing but a door: what it does is in the modules beside it,
 * which take their storage, KV and clock as arguments.
 */
export class RaceDesk extends DurableObject<Env> {
  readonly #desk: Desk;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#desk = openDesk({ storage: state.storage, kv: env.RACES, now: Date.now });
    // An alarm that got lost between storing and setting it is set again.
    void state.blockConcurrencyWhile(async () => {
      if ((await state.storage.getAlarm()) === null) await schedule(this.#desk);
    });
  }

  override alarm(): Promise<void> {
    return runDue(this.#desk);
  }

  read(section: SourceName): Promise<Source | null> {
    return readSource(this.#desk, section);
  }

  change(wanted: Change, terms: Terms): Promise<Outcome> {
    return change(this.#desk, wanted, terms);
  }
}
