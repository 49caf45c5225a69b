import { render } from "preact";
import { cardOf, originOf, raceOf } from "./attributes.ts";
import { Boundary } from "./boundary.tsx";
import { complain, holdsArticle } from "./complaint.ts";
import { afterFrame, defer } from "./defer.ts";
import { followRace } from "./feeds.ts";
import { guard } from "./guard.ts";
import { tagAt } from "./language.ts";
import { isRaceId, raceAddress } from "./origin.ts";
import { isMissing, languageWith, LOADABLE_TAGS, loadMore, loadPacks, packsFor } from "./packs.ts";
import type { CardEvent } from "./race-feed.ts";
import { Shell } from "./shell.tsx";
import { adoptSheets } from "./sheets.ts";
import { isPaintedDark, themeOf, watchTheme } from "./theme.ts";
import type { View } from "../cards/view.ts";

/** Attributes that say whom to ask for what; the others only change how it looks. */
const ASKING = ["race", "host", "live", "as-of"];

/**
 * `<topline-card race card theme lang live host as-of>`: one card of one race. Events, all bubbling and
 * composed: `topline:ready` (first numbers drawn), `topline:update` (new numbers drawn) and
 * `topline:error` (asking or drawing began to fail).
 */
export class ToplineCard extends HTMLElement {
  static readonly observedAttributes = [...ASKING, "card", "theme", "lang"];

  /** The host to ask where a card names none. */
  static origin = "";

  #view: View = { kind: "loading" };
  /** What is to be announced once it is drawn. */
  #event: CardEvent = null;
  /** The latest view can't be drawn. */
  #broken = false;
  #paintedDark = false;
  #unwatch: (() => void) | null = null;
  #unfollow: (() => void) | null = null;

  connectedCallback(): void {
    guard(() => {
      if (this.#unfollow) {
        // Only moved: the language and the theme may be others there.
        this.#forgetTheme();
        this.#draw();
      } else this.#follow();
    });
  }

  disconnectedCallback(): void {
    // A moved element is taken out and put back in one go: it keeps its race and its nodes.
    queueMicrotask(() => guard(() => this.isConnected || this.#stop()));
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#unfollow) return;
    guard(() => {
      if (ASKING.includes(name)) this.#follow();
      else this.#draw();
    });
  }

  #follow(): void {
    const race = raceOf(this);
    const unfollow = this.#unfollow;
    if (isRaceId(race)) {
      const asOf = this.getAttribute("as-of");
      // What readers saw at a moment of the past doesn't change any more.
      const live = this.getAttribute("live") !== "off" && !asOf;
      const address = raceAddress(originOf(this, ToplineCard.origin), race, asOf);
      this.#unfollow = followRace(address, race, live, (view, event) =>
        guard(() => this.#show(view, event)),
      );
    } else {
      this.#unfollow = () => {};
      this.#show({ kind: "unknown", raceId: race }, "error");
    }
    // Only now, so that a feed that both share goes on.
    unfollow?.();
  }

  #stop(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.#forgetTheme();
    if (this.shadowRoot) render(null, this.shadowRoot);
  }

  #show(view: View, event: CardEvent): void {
    this.#view = view;
    // Numbers that were never drawn can't be updated ones.
    if (this.#event !== "ready") this.#event = event ?? this.#event;
    if (view.kind !== "loading") return this.#draw();
    // Where the numbers come within a frame, saying that they are loading would hold them up.
    this.#askForPacks();
    afterFrame(() => guard(() => this.#view === view && this.#draw()));
  }

  #announce(type: string, more: Readonly<Record<string, unknown>>): void {
    const view = this.#view;
    const detail = {
      race: raceOf(this),
      card: cardOf(this),
      ...(view.kind === "ready" && {
        publication: view.race.publication,
        updatedAt: view.race.updatedAt,
      }),
      ...more,
    };
    this.dispatchEvent(
      new CustomEvent(`topline:${type}`, { bubbles: true, composed: true, detail }),
    );
  }

  #draw(): void {
    if (!this.isConnected) return;
    const root = this.shadowRoot ?? this.#attachRoot();
    const { tag, files, missing } = this.#askForPacks();
    const drawn = this.hasAttribute("publication");
    // What is drawn stays until it can be drawn anew, and what a server drew until there are numbers.
    if (root.firstChild && (missing || (drawn && this.#view.kind !== "ready"))) return;
    this.#broken = false;
    render(
      <Boundary onError={this.#fail}>
        <Shell
          // A card that stands there whole isn't taken apart to be drawn bit by bit.
          defer={drawn ? undefined : defer}
          view={missing ? { kind: "loading" } : this.#view}
          card={cardOf(this)}
          language={languageWith(files, tag)}
          href={raceAddress(originOf(this, ToplineCard.origin), raceOf(this))}
          load={(name, spoken) => loadMore(name, spoken, ToplineCard.origin)}
          holdsArticle={holdsArticle(this)}
          hasFallback={this.children.length > 0 || this.textContent.trim() !== ""}
        />
      </Boundary>,
      root,
    );
    this.#style(root);
    this.#unwatch ??= watchTheme(() => guard(() => this.#followTheme(root)));
    complain(this);
    const event = this.#event;
    if (!event || missing || this.#broken) return;
    this.#event = null;
    this.#announce(event, event === "error" ? { reason: this.#view.kind } : {});
  }

  /** From here on, what the publisher wrote shows only where it is let in. */
  #attachRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    // Fires when the publisher's own content comes or goes, which may be after the start tag.
    root.addEventListener("slotchange", () => {
      if (this.#view.kind !== "ready") guard(() => this.#draw());
    });
    // A card may be ready before the page is, and with it what stands between the tags.
    if (document.readyState === "loading") {
      addEventListener("DOMContentLoaded", () => guard(() => this.#draw()), { once: true });
    }
    return root;
  }

  /** Loads what the card needs beside the script, and then draws it anew. */
  #askForPacks() {
    const tag = tagAt(this, LOADABLE_TAGS);
    const files = packsFor(this.#view, cardOf(this), tag);
    const missing = files.filter(isMissing);
    const draw = () => guard(() => this.#draw());
    if (missing.length > 0) void loadPacks(missing, ToplineCard.origin).then(draw);
    return { tag, files, missing: missing.length > 0 };
  }

  #followTheme(root: ShadowRoot): void {
    this.#paintedDark = isPaintedDark(this);
    this.#style(root);
  }

  #style(root: ShadowRoot): void {
    adoptSheets(root, themeOf(this.getAttribute("theme"), this.#paintedDark));
  }

  #forgetTheme(): void {
    this.#unwatch?.();
    this.#unwatch = null;
  }

  /** The page hears of an error only once Preact has ended drawing: its listeners may change the card. */
  readonly #fail = (error: unknown): void => {
    this.#broken = true;
    queueMicrotask(() =>
      guard(() => {
        this.#announce("error", { reason: "drawing" });
        throw error;
      }),
    );
  };
}
