import { render } from "preact";
import { CardView, type CardViewProps } from "../../../src/cards/card-view.tsx";
import { CARD_NAMES, CARDS } from "../../../src/cards/index.ts";
import type { Defer } from "../../../src/cards/deferred.tsx";
import type { CardChoice, View } from "../../../src/cards/view.ts";
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from "../../../src/wording/languages.ts";
import { demoRace } from "../../cards/fixtures/demo-race.ts";
import { call, countedRace, finalCount, halfway } from "../../cards/fixtures/results-race.ts";

// Runs in the browser: every state of every card, drawn over whatever stood in its place before.

const VIEWS: readonly View[] = [
  { kind: "loading" },
  ready(demoRace),
  ready(demoRace, 720),
  ready({ ...demoRace, test: true, title: "Another" }),
  { kind: "failed", retry: () => {} },
  { kind: "unknown", raceId: "nope" },
  ready(countedRace(halfway)),
  ready(countedRace({ ...finalCount, calls: [call()] })),
  ready(demoRace),
];
const CHOICES: readonly CardChoice[] = ["auto", ...CARD_NAMES];

function ready(race: typeof demoRace, staleSeconds: number | null = null): View {
  return { kind: "ready", race, now: Date.parse(race.asOf), staleSeconds };
}

function draw(
  place: Element,
  view: View,
  card: CardChoice,
  tag: LanguageTag,
  defer?: Defer,
  load?: CardViewProps["load"],
) {
  render(
    <CardView
      view={view}
      card={card}
      language={LANGUAGES[tag]}
      href="/x"
      {...(defer && { defer })}
      load={load}
    />,
    place,
  );
}

/** What differs between states drawn one over the other and each drawn in an empty place. */
export function differences(): { readonly states: number; readonly found: readonly string[] } {
  const place = document.createElement("div");
  const states = CHOICES.flatMap((card) =>
    LANGUAGE_TAGS.flatMap((tag) => VIEWS.map((view) => ({ card, tag, view }))),
  );
  const found = states.flatMap(({ card, tag, view }, i) => {
    const empty = document.createElement("div");
    draw(empty, view, card, tag);
    draw(place, view, card, tag);
    return empty.innerHTML === "" || place.innerHTML !== empty.innerHTML
      ? [`${i} ${card} ${tag} ${view.kind}: ${place.innerHTML}`]
      : [];
  });
  return { states: states.length, found };
}

/** What stands there after each task, from an empty place until nothing is left to draw. */
export async function steps(): Promise<readonly (readonly string[])[]> {
  const place = document.createElement("div");
  const tasks: (() => void)[] = [];
  const seen: string[][] = [];
  const look = () =>
    seen.push(
      ["h3", "table", "footer", "details > summary", "details > table"].filter((selector) =>
        place.querySelector(selector),
      ),
    );
  const defer: Defer = (run) => tasks.push(run);
  draw(place, ready(demoRace), "polls", "en", defer);
  look();
  while (tasks.length > 0) {
    for (const task of tasks.splice(0)) task();
    await new Promise((later) => setTimeout(later));
    look();
  }
  draw(place, ready({ ...demoRace, title: "Another" }), "polls", "en", defer);
  if (tasks.length > 0) throw new Error("new numbers have to be drawn at once");
  return seen;
}

/** Draws newer numbers over a card whose reader has opened a fold and stands in it. */
export function updateUnderReader(): Readonly<Record<string, boolean>> {
  const place = document.body.appendChild(document.createElement("div"));
  draw(place, ready(demoRace), "polls", "en");
  const details = place.querySelector("details")!;
  const summary = details.querySelector("summary")!;
  const headline = place.querySelector("h3")!;
  details.open = true;
  summary.focus();
  const statement = { en: "Another headline", es: "Otro titular" };
  const { polls } = demoRace;
  const lead = { ...polls!.average.lead, statement };
  const average = { ...polls!.average, lead };
  draw(place, ready({ ...demoRace, polls: { ...polls!, average } }), "polls", "en");
  const kept = {
    sameHeadline: place.querySelector("h3") === headline,
    newText: headline.textContent === "Another headline",
    open: place.querySelector("details") === details && details.open,
    focus: document.activeElement === summary,
  };
  place.remove();
  return kept;
}

/** Opens the method of the polls: what is asked for, and what stands there meanwhile. */
export async function touch() {
  const place = document.body.appendChild(document.createElement("div"));
  const asked: string[] = [];
  const answers = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()];
  const { more } = CARDS.polls;
  const isThere = (there: boolean) =>
    Object.assign(CARDS.polls, { more: there ? more : undefined });
  const load = (name: string, tag: string) =>
    answers[asked.push(`${name} ${tag}`) - 1]?.promise ?? Promise.resolve(true);
  const show = (race = demoRace) => draw(place, ready(race), "polls", "en", undefined, load);
  const seen: string[] = [];
  const look = async (when: string) => {
    await new Promise((later) => setTimeout(later, 20));
    const [, shown] = place.querySelector("details")!.children;
    seen.push(
      `${when}: ${place.querySelector("details table") ? "table" : (shown?.textContent.trim() ?? "nothing")}`,
    );
  };
  isThere(false);
  show();
  await look("closed");
  place.querySelector("details")!.open = true;
  await look("open");
  answers[0]!.resolve(false);
  await look("failed");
  place.querySelector<HTMLElement>("details button")!.click();
  isThere(true);
  answers[1]!.resolve(true);
  await look("there");
  show({ ...demoRace, title: "Another" });
  await look("new numbers");
  place.remove();
  return { asked, seen };
}

Object.assign(globalThis, { touch, differences, steps, updateUnderReader });
