import { DurableObject } from "cloudflare:workers";
import type { Stored } from "../../contract/desk/desks.ts";
import type { HeldChange } from "../../contract/desk/held.ts";
import type { Revision } from "../../contract/desk/revisions.ts";
import type { DeskSummary, Publication } from "../../contract/desk/summary.ts";
import type { DeskPause, DeskPin, NewPin } from "../../contract/desk/stops.ts";
import type { SourceName } from "../../race/check.ts";
import type { Section } from "../../race/sections/index.ts";
import { realTimer } from "../store/within.ts";
import { runDue } from "./alarm.ts";
import { checkAlarm, type Desk, type Door } from "./desk.ts";
import { openDoor } from "./door.ts";
import { askFeedDesk, type FeedDesk } from "./feeds/feed-desk.ts";
import { type FeedSettings, feedPolicy } from "./feeds/policy.ts";
import * as look from "./look.ts";
import { announce } from "./registry/announce.ts";
import { enlist } from "./registry/enlist.ts";
import { registryOf } from "./registry/registry-of.ts";
import type { Registry } from "./registry/registry.ts";
import { republish } from "./publishing/republish.ts";
import { listHeld } from "./storage/held.ts";
import { listRevisions } from "./storage/log.ts";
import { listPublications } from "./storage/publications.ts";
import { upgradeBodies } from "./storage/upgrade-bodies.ts";
import { stored } from "./stored.ts";
import { summarize } from "./summary.ts";
import { importFile, type ImportRequest } from "./writes/import.ts";
import type { Outcome } from "./writes/outcome.ts";
import { approve, drop } from "./writes/release.ts";
import * as stops from "./writes/stops.ts";
import type { ChangeRequest, Terms } from "./writes/terms.ts";
import { change, restore } from "./writes/write.ts";

/** A registry that couldn't be told is told again after this. */
const ANNOUNCE_AGAIN_MS = 2000;

/** The bindings that a desk uses; the Worker has more, and knows the desk. */
type Bindings = FeedSettings & {
  readonly RACES: KVNamespace;
  readonly REGISTRY: DurableObjectNamespace<Registry>;
  readonly FEEDS: DurableObjectNamespace<FeedDesk>;
};

/**
 * The single writer of one race. Nothing but a door: what a desk does is in the modules beside it,
 * which take their storage, KV and clock as arguments. Whatever looks answers null while the race
 * was never put.
 */
export class RaceDesk extends DurableObject<Bindings> {
  readonly #door: Door;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    this.#door = openDoor({
      storage: state.storage,
      kv: env.RACES,
      now: Date.now,
      timer: realTimer,
      report: (error) => console.error(error),
      askFeed: (wanted) => askFeedDesk(env.FEEDS, wanted),
      feedPolicy: feedPolicy(env),
    });
    void state.blockConcurrencyWhile(async () => {
      await this.#ask(upgradeBodies)?.catch((error: unknown) => console.error(error));
      const alarm = await state.storage.getAlarm();
      await this.#ask((desk) => checkAlarm(desk, alarm));
    });
    void this.#enlist().catch((error: unknown) => console.error(error));
    void this.#announce();
  }

  override async alarm(): Promise<void> {
    await this.#ask(runDue);
    await this.#announce();
  }

  async change(wanted: ChangeRequest, terms: Terms): Promise<Outcome> {
    const outcome = await change(this.#door, wanted, terms);
    await this.#enlist();
    return outcome;
  }

  async import(wanted: ImportRequest, terms: Terms): Promise<Outcome> {
    return importFile(this.#door, wanted, terms);
  }

  async restore(race: string, n: number, terms: Terms): Promise<Outcome> {
    return (await this.#ask((desk) => restore(desk, race, n, terms))) ?? { kind: "unknown_race" };
  }

  async approve(race: string, held: number, terms: Terms): Promise<Outcome> {
    const outcome = await this.#ask((desk) => approve(desk, race, held, terms));
    return outcome ?? { kind: "unknown_held", held };
  }

  async pin(wanted: NewPin, by: string): Promise<DeskPin | null> {
    return (await this.#ask((desk) => stops.pinFigure(desk, wanted, by))) ?? null;
  }

  async unpin(pin: number): Promise<boolean> {
    return (await this.#ask((desk) => stops.unpinFigure(desk, pin))) ?? false;
  }

  pins(): DeskPin[] | null {
    return this.#ask(({ sql }) => stops.listPins(sql));
  }

  async pause(section: Section, text: string, by: string): Promise<DeskPause | null> {
    return (await this.#ask((desk) => stops.pauseSection(desk, section, text, by))) ?? null;
  }

  async resume(race: string, section: Section, terms: Terms) {
    const resumed = this.#ask((desk) => stops.resumeSection(desk, race, section, terms));
    return resumed === null ? "not_paused" : await resumed;
  }

  async drop(held: number): Promise<boolean> {
    return (await this.#ask((desk) => drop(desk, held))) ?? false;
  }

  republish(): Promise<DeskSummary> | null {
    return this.#ask(republish);
  }

  summary(): Promise<DeskSummary> | null {
    return this.#ask(summarize);
  }

  stored(): Promise<Stored> | null {
    return this.#ask(stored);
  }

  source(section: SourceName): Promise<look.Source | null> | null {
    return this.#ask(({ sql }) => look.source(sql, section));
  }

  revisions(before: number, limit: number): Revision[] | null {
    return this.#ask(({ sql }) => listRevisions(sql, before, limit));
  }

  revision(n: number): Promise<look.WithBody<Revision> | null> | null {
    return this.#ask(({ sql }) => look.revision(sql, n));
  }

  heldChanges(): HeldChange[] | null {
    return this.#ask(({ sql }) => listHeld(sql));
  }

  heldChange(held: number): Promise<look.WithBody<HeldChange> | null> | null {
    return this.#ask((desk) => look.heldChange(desk, held));
  }

  publications(before: number, limit: number): Publication[] {
    return this.#ask(({ sql }) => listPublications(sql, before, limit)) ?? [];
  }

  publication(n: number): Promise<look.WithDocument | null> | null {
    return this.#ask(({ sql }) => look.publication(sql, n));
  }

  /** Done before any write is acknowledged; a desk of an earlier version does it when it opens. */
  async #enlist(): Promise<void> {
    const registry = registryOf(this.env);
    await this.#ask((desk) => enlist(desk, (race) => registry.add(race)));
  }

  /** Boards and lists hear of each publication that readers have; until they have, it is told again. */
  async #announce(): Promise<void> {
    const registry = registryOf(this.env);
    try {
      await this.#ask((desk) => announce(desk, (told) => registry.published(told)));
    } catch (error) {
      console.error(error);
      const next = await this.ctx.storage.getAlarm();
      await this.ctx.storage.setAlarm(Math.min(next ?? Infinity, Date.now() + ANNOUNCE_AGAIN_MS));
    }
  }

  #ask<T>(question: (desk: Desk) => T): T | null {
    const desk = this.#door.desk();
    return desk && question(desk);
  }
}
