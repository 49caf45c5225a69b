// Functions that run in the page: each stands by itself.

/** Whether a card is drawn to its end. */
export function isDrawn(selector = "topline-card"): boolean {
  return [...document.querySelectorAll(selector)].every((card) =>
    card.shadowRoot?.querySelector("footer"),
  );
}

/**
 * What a polls card's pictures say when they are read at their axes, as a reader with a ruler would:
 * where the ticks stand, and the values under the marks; rounded to a tenth of a point.
 */
export function readAtAxes(selector = "topline-card") {
  const root = document.querySelector(selector)!.shadowRoot!;
  const boxOf = (element: Element) => element.getBoundingClientRect();
  const middle = (element: Element) => {
    const { left, right, top, bottom } = boxOf(element);
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  /** Value at a place of a linear axis through its first and last tick. */
  const scale = (ticks: readonly (readonly [at: number, value: number])[]) => {
    const [first, last] = [ticks[0]!, ticks.at(-1)!];
    return (at: number) =>
      Math.round(
        10 * (first[1] + ((at - first[0]) / (last[0] - first[0])) * (last[1] - first[1])),
      ) / 10;
  };
  const numberIn = (element: Element) => parseFloat(element.textContent);
  const x = [...root.querySelectorAll(".bars .x span")].map(
    (tick) => [middle(tick).x, numberIn(tick)] as const,
  );
  const valueAt = scale(x);
  const averages = [...root.querySelectorAll(".bars tbody tr")].map((row) => ({
    printed: numberIn(row.querySelector("td:nth-last-child(2)")!),
    drawn: valueAt(middle(row.querySelector("svg .mark")!).x),
  }));
  const svg = root.querySelector(".chart svg")!;
  const y = [...root.querySelectorAll(".chart .y span")].map((tick) => middle(tick).y);
  const { top, bottom, left, right } = boxOf(svg);
  return {
    averages,
    /** How far, in pixels, the axes' ends are from the drawings' ends. */
    off: {
      x: [
        ...[...root.querySelectorAll(".bars svg")].map((bar) => boxOf(bar).left - x[0]![0]),
        ...[...root.querySelectorAll(".bars svg")].map((bar) => boxOf(bar).right - x.at(-1)![0]),
      ].map(Math.round),
      y: [Math.max(...y) - bottom, Math.min(...y) - top].map(Math.round),
    },
    trend: { width: Math.round(right - left), height: Math.round(bottom - top) },
    dates: [...root.querySelectorAll(".chart > .x span")].map((date) => middle(date).x),
    text: root.querySelector(".bars")!.textContent,
  };
}

/** By the place of each card: where all that it is drawn of stands in it, a line each, in pixels. */
export function boxesByPlace(): Record<string, readonly string[]> {
  const places = [...document.querySelectorAll(".place")];
  return Object.fromEntries(
    places.map(({ id, lastElementChild: card }) => {
      const corner = card!.getBoundingClientRect();
      const drawn = [...card!.shadowRoot!.querySelectorAll("*")];
      const lines = drawn.flatMap((element) => {
        const box = element.getBoundingClientRect();
        if (box.width + box.height === 0) return [];
        const at = [box.x - corner.x, box.y - corner.y, box.width, box.height];
        return `${element.localName} ${at.map(Math.round).join(" ")}`;
      });
      return [id, lines];
    }),
  );
}

/** By the place of each card: how wide it is, and the widest of what sticks out of it. */
export function widthsByPlace(): Record<string, { readonly width: number; readonly out: number }> {
  const places = [...document.querySelectorAll(".place")];
  return Object.fromEntries(
    places.map(({ id, lastElementChild: card }) => {
      const { right, width } = card!.getBoundingClientRect();
      const drawn = [...card!.shadowRoot!.querySelectorAll("h3, p, th, td, svg")];
      const ends = drawn.map((element) => element.getBoundingClientRect().right - right);
      return [id, { width: Math.round(width), out: Math.round(Math.max(0, ...ends)) }];
    }),
  );
}
