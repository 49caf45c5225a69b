import { expect, test } from "vitest";
import { until } from "../harness/engines/engine.ts";
import { inEachEngine } from "../harness/engines/in-each-engine.ts";
import { isDrawn } from "./in-page.ts";

inEachEngine(import.meta.dirname, (open) => {
  test("a card that is moved to another document takes its styles along, there and back", async () => {
    const tab = await open("moved.html");
    await until(tab, isDrawn);
    const borders = await tab.run(async () => {
      const card = document.querySelector("topline-card")!;
      const frame = document.querySelector("iframe")!.contentDocument!;
      const border = () => {
        const section = card.shadowRoot!.querySelector("section")!;
        return card.ownerDocument.defaultView!.getComputedStyle(section).borderTopWidth;
      };
      const drawn = () => new Promise((later) => setTimeout(later, 200));
      const found = [border()];
      for (const place of [frame, document]) {
        place.body.append(card);
        await drawn();
        found.push(border());
      }
      return found;
    });
    expect(borders).toEqual(["3px", "3px", "3px"]);
  });
});
