/**
 * What is wrong with how cards are laid out, as sentences; nothing where all is well. Runs in the
 * page of any engine, so everything that it needs stands inside it.
 */
export function layoutFaults(): readonly string[] {
  /** A pixel, and what is lost by rounding. */
  const NEAR_PX = 1.5;
  const faults: string[] = [];

  for (const card of document.querySelectorAll("topline-card")) {
    const root = card.shadowRoot;
    const name = `${card.getAttribute("race")} ${card.clientWidth} ${card.getAttribute("theme")} ${card.getAttribute("lang")}`;
    const say = (fault: string) => faults.push(`${name}: ${fault}`);
    if (!root?.querySelector("section")) {
      say("isn't drawn");
      continue;
    }
    const all = [...root.querySelectorAll<HTMLElement>("section *")].filter(
      (element) =>
        !element.closest("svg, details:not([open]) > :not(summary)") &&
        element.getClientRects().length > 0,
    );
    const outer = card.getBoundingClientRect();
    for (const element of all) {
      const box = element.getBoundingClientRect();
      if (box.left < outer.left - NEAR_PX || box.right > outer.right + NEAR_PX)
        say(`${told(element)} stands out at a side`);
      const clips = getComputedStyle(element).overflowX !== "visible";
      if (clips && element.scrollWidth > element.clientWidth + NEAR_PX)
        say(`${told(element)} is cut`);
    }
    overlapping(all).forEach(say);
    misplaced(root).forEach(say);
  }
  return faults;

  function told(element: Element): string {
    return `<${element.localName}> “${element.textContent.trim().slice(0, 40)}”`;
  }

  /** Texts that stand in one another. */
  function overlapping(elements: readonly HTMLElement[]): readonly string[] {
    const texts = elements.flatMap((element) =>
      [...element.childNodes].flatMap((node) => {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) return [];
        const range = document.createRange();
        range.selectNodeContents(node);
        // A line's box is higher than its letters.
        return [...range.getClientRects()].map((box) => ({
          text: node.textContent?.trim().slice(0, 30) ?? "",
          left: box.left + 1,
          right: box.right - 1,
          top: box.top + box.height / 4,
          bottom: box.bottom - box.height / 4,
        }));
      }),
    );
    return texts.flatMap((one, i) =>
      texts
        .slice(i + 1)
        .filter(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map((other) => `“${one.text}” and “${other.text}” stand in one another`),
    );
  }

  /** Numbers on axes that don't stand at their lines, and drawings that leave their place. */
  function misplaced(root: ShadowRoot): readonly string[] {
    const found: string[] = [];
    for (const chart of root.querySelectorAll(".chart")) {
      const plot = chart.querySelector("svg")?.getBoundingClientRect();
      const cell = chart.querySelector(".plot")?.getBoundingClientRect();
      if (!plot || !cell) continue;
      if (plot.height < 149) found.push(`a chart is ${plot.height} px high`);
      if (Math.abs(plot.height - cell.height) > NEAR_PX)
        found.push("a chart doesn't fill its place");
      const labels = [...chart.querySelectorAll(".y span")].map((label) =>
        label.getBoundingClientRect(),
      );
      for (const [i, label] of labels.entries()) {
        const line = plot.bottom - (plot.height * i) / (labels.length - 1);
        const middle = (label.top + label.bottom) / 2;
        if (Math.abs(middle - line) > NEAR_PX)
          found.push(`the axis is ${Math.round(middle - line)} px off its line ${i}`);
      }
      within(chart, plot).forEach((fault) => found.push(fault));
    }
    for (const bars of root.querySelectorAll(".bars")) {
      const drawings = [...bars.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect());
      for (const drawing of drawings) {
        if (drawing.height < 8 || drawing.height > 14)
          found.push(`a bar is ${drawing.height} px high`);
        if (Math.abs(drawing.width - (drawings[0]?.width ?? 0)) > NEAR_PX)
          found.push("bars differ in scale");
      }
      for (const svg of bars.querySelectorAll("svg"))
        within(svg, svg.getBoundingClientRect()).forEach((fault) => found.push(fault));
      const [scale] = drawings;
      const labels = [...bars.querySelectorAll(".x span")].map((label) =>
        label.getBoundingClientRect(),
      );
      for (const [i, label] of labels.entries()) {
        const tick = (scale?.left ?? 0) + ((scale?.width ?? 0) * i) / (labels.length - 1);
        const middle = (label.left + label.right) / 2;
        if (Math.abs(middle - tick) > NEAR_PX)
          found.push(`the scale is ${Math.round(middle - tick)} px off its tick ${i}`);
      }
    }
    return found;
  }

  /** Bars and lines that leave the plot's box. */
  function within(place: Element, plot: DOMRect): readonly string[] {
    return [...place.querySelectorAll<SVGPathElement>("path.bar, path.line")].flatMap((path) => {
      const box = path.getBoundingClientRect();
      const out =
        box.left < plot.left - 2 ||
        box.right > plot.right + 2 ||
        box.top < plot.top - 2 ||
        box.bottom > plot.bottom + 2;
      return out ? [`a ${path.getAttribute("class")} leaves its plot`] : [];
    });
  }
}
