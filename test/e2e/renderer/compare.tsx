import fc from "fast-check";
import { type ComponentChildren, createElement, render } from "preact";
import "../../../src/cards/all-extras.ts";
import { CardView } from "../../../src/cards/card-view.tsx";
import type { Lang } from "../../../src/cards/messages/messages.ts";
import { draw } from "../../../src/widget/renderer/draw.ts";
import type { CardName, View } from "../../../src/cards/view.ts";
import { demoRace } from "../../cards/fixtures/demo-race.ts";
import { call, countedRace, finalCount, halfway } from "../../cards/fixtures/results-race.ts";

// Runs in the browser: the same content drawn by Preact and by our renderer, one after the other
// in the same places, must come to the same nodes.

type Tree = { readonly tag: string; readonly props: object; readonly children: readonly Part[] };
type Part = Tree | string | number | boolean | null | readonly Part[];

const attributes = fc.record(
  {
    class: fc.constantFrom("a", "b"),
    "data-text": fc.option(fc.string()),
    "data-flag": fc.constantFrom(undefined, 7),
    "aria-hidden": fc.boolean(),
    style: fc.constantFrom("color: red", "color: blue"),
    key: fc.constantFrom("x", "y"),
  },
  { requiredKeys: [] },
);
const { tree } = fc.letrec<{ tree: Tree; part: Part }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom("p", "b", "svg", "g", "details", "summary", "h3", "Pair"),
    props: attributes,
    children: fc.array(tie("part"), { maxLength: 4 }),
  }),
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    tie("tree"),
    fc.array(tie("part"), { maxLength: 3 }),
  ),
}));

function Pair({ children }: { readonly children?: ComponentChildren }) {
  return (
    <>
      <i>first</i>
      {children}
    </>
  );
}

function contentOf(part: Part): ComponentChildren {
  if (Array.isArray(part)) return part.map(contentOf);
  if (typeof part !== "object" || part === null) return part as ComponentChildren;
  const { tag, props, children } = part as Tree;
  const inside = children.map(contentOf);
  return tag === "Pair" ? <Pair>{inside}</Pair> : createElement(tag, props, inside);
}

/** Every node with its namespace and sorted attributes; neighbouring texts joined, empty ones left out. */
function nodesOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? "";
  const shown = [...node.attributes]
    // Left behind by a style that went away.
    .filter(({ name, value }) => name !== "style" || value !== "")
    .map(({ name, value }) => `${name}=${value}`)
    .toSorted();
  const children = [...node.childNodes].map(nodesOf).join("");
  return `<${node.namespaceURI} ${node.localName} ${shown.join(" ")}>${children}</>`;
}

function drawBoth(states: readonly (() => ComponentChildren)[]): readonly [string, string][] {
  const [theirs, ours] = [document.createElement("div"), document.createElement("div")];
  return states.map((state) => {
    render(state(), theirs);
    draw(state(), ours);
    return [nodesOf(theirs), nodesOf(ours)];
  });
}

/** Pieces of work as they are put off. */
function putOff(): { later: (run: () => void) => void; catchUp: () => void } {
  const pieces: (() => void)[] = [];
  return {
    later: (run) => pieces.push(run),
    catchUp() {
      for (let piece = pieces.shift(); piece; piece = pieces.shift()) piece();
    },
  };
}

/** Both from shortly before where they part. */
function difference(theirs: string, ours: string): string {
  const at = [...theirs].findIndex((letter, i) => letter !== ours[i]);
  const shown = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return `Preact: ${shown(theirs)}\nours:   ${shown(ours)}`;
}

/** Random trees, each followed by others in its place; throws with the smallest that differ. */
export function compareRandom(runs: number): void {
  const sequences = fc.array(fc.array(tree, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sequences, (states) => {
      for (const [theirs, ours] of drawBoth(states.map((s) => () => contentOf(s))))
        if (theirs !== ours) throw new Error(difference(theirs, ours));
    }),
    { numRuns: runs },
  );
}

/** The same where what may wait comes only after all the states: it is then the last one's. */
export function compareLate(runs: number): void {
  const sequences = fc.array(fc.array(tree, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sequences, (states) => {
      const [theirs, ours] = [document.createElement("div"), document.createElement("div")];
      const { later, catchUp } = putOff();
      for (const state of states) {
        render(state.map(contentOf), theirs);
        draw(state.map(contentOf), ours, later);
      }
      catchUp();
      if (nodesOf(theirs) !== nodesOf(ours))
        throw new Error(difference(nodesOf(theirs), nodesOf(ours)));
    }),
    { numRuns: runs },
  );
}

/** A new card shows its headline first, and what is folded up last; later numbers come at once. */
export function drawsHeadlineFirst(): void {
  const card = (count: number) => (
    <section>
      <h3>{count}</h3>
      <p>below</p>
      <details>
        <summary>More</summary>
        <b>folded</b>
      </details>
    </section>
  );
  const place = document.createElement("div");
  const pieces: (() => void)[] = [];
  const shown = [
    () => draw(card(1), place, (run) => pieces.push(run)),
    () => pieces.shift()?.(),
    () => pieces.shift()?.(),
    () => draw(card(2), place, (run) => pieces.push(run)),
  ].map((step) => {
    step();
    return place.textContent;
  });
  const expected = ["1", "1belowMore", "1belowMorefolded", "2belowMorefolded"];
  if (`${shown}` !== `${expected}` || pieces.length > 0) throw new Error(`${shown}`);
}

/** Every state of the cards, one after the other in the same place. */
export function compareCards(): number {
  const ready = (race: typeof demoRace, staleSeconds: number | null = null): View => ({
    kind: "ready",
    race,
    now: Date.parse(race.asOf),
    staleSeconds,
  });
  const views: readonly View[] = [
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
  const states = (["auto", "polls", "turnout", "results"] as const satisfies CardName[]).flatMap(
    (card) =>
      (["en", "es"] as const satisfies Lang[]).flatMap((lang) =>
        views.map((view) => () => <CardView view={view} card={card} lang={lang} href="/x" />),
      ),
  );
  const drawn = drawBoth(states);
  for (const [theirs, ours] of drawn)
    if (theirs !== ours || ours === "") throw new Error(difference(theirs, ours));
  return drawn.length;
}

/** What the reader has opened and focused survives new numbers; another key makes a new node. */
export function keepsNodes(): void {
  const place = document.body.appendChild(document.createElement("div"));
  const state = (count: number, key: string) => (
    <details>
      <summary>{count}</summary>
      <b key={key}>{count}</b>
    </details>
  );
  draw(state(1, "a"), place);
  const [details, bold] = [place.querySelector("details"), place.querySelector("b")];
  if (details) details.open = true;
  draw(state(2, "a"), place);
  const same = place.querySelector("details") === details && place.querySelector("b") === bold;
  if (!same || !details?.open || place.textContent !== "22") throw new Error("a node was lost");
  draw(state(3, "b"), place);
  if (place.querySelector("b") === bold) throw new Error("another key kept the node");
  place.remove();
}

Object.assign(globalThis, {
  compareRandom,
  compareLate,
  compareCards,
  drawsHeadlineFirst,
  keepsNodes,
});
