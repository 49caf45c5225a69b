import { DurableObject } from "cloudflare:workers";
import type { SourceName } from "../../race/check.ts";
import type { HeldChange } from "../../contract/desk/held.ts";
import type { Revision } from "../../contract/desk/revisions.ts";
import type { DeskSummary, Publication } from "../../contract/desk/summary.ts";
import type { Env } from "../env.ts";
import { runDue } from "./alarm.ts";
import { type Desk, openDesk, schedule } from "./desk.ts";
import { feedPolicy } from "./feeds/policy.ts";
import type { Outcome } from "./writes/outcome.ts";
import * as look from "./look.ts";
import { approve, drop } from "./writes/release.ts";
import { republish } from "./publishing/republish.ts";
import { summarize } from "./summary.ts";
import type { ChangeRequest, Terms } from "./writes/terms.ts";
import { change, restore } from "./writes/write.ts";

/**
 * The single writer of one race. Nothing but a door: what it does is in the modules beside it,
 * which take their storage, KV and clock as arguments.
 */
export class RaceDesk extends DurableObject<Env> {
  readonly #desk: Desk;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#desk = openDesk({
      storage: state.storage,
      kv: env.RACES,
      now: Date.now,
      report: (error) => console.error(error),
      fetch: (url, init) => fetch(url, init),
      feedPolicy: feedPolicy(env),
    });
    // An alarm that got lost between storing and setting it is set again.
    void state.blockConcurrencyWhile(async () => {
      if ((await state.storage.getAlarm()) === null) await schedule(this.#desk);
    });
  }

  override alarm(): Promise<void> {
    return runDue(this.#desk);
  }

  change(wanted: ChangeRequest, terms: Terms): Promise<Outcome> {
    return change(this.#desk, wanted, terms);
  }

  restore(race: string, n: number, terms: Terms): Promise<Outcome> {
    return restore(this.#desk, race, n, terms);
  }

  approve(race: string, held: number, terms: Terms): Promise<Outcome> {
    return approve(this.#desk, race, held, terms);
  }

  drop(held: number): Promise<boolean> {
    return drop(this.#desk, held);
  }

  republish(): Promise<DeskSummary | null> {
    return republish(this.#desk);
  }

  summary(): Promise<DeskSummary | null> {
    return summarize(this.#desk);
  }

  source(section: SourceName): Promise<look.Source | null> {
    return look.source(this.#desk, section);
  }

  revisions(before: number, limit: number): Revision[] | null {
    return look.revisions(this.#desk, before, limit);
  }

  revision(n: number): Promise<look.WithBody<Revision> | null> {
    return look.revision(this.#desk, n);
  }

  heldChanges(): HeldChange[] | null {
    return look.heldChanges(this.#desk);
  }

  heldChange(held: number): Promise<look.WithBody<HeldChange> | null> {
    return look.heldChange(this.#desk, held);
  }

  publications(before: number, limit: number): Publication[] {
    return look.publications(this.#desk, before, limit);
  }

  publication(n: number): Promise<look.Printed | null> {
    return look.publication(this.#desk, n);
  }

  publicationAt(at: string): Publication | null {
    return look.publicationThen(this.#desk, at);
  }
}
