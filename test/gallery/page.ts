import type { Case } from "./cases.ts";

/** The page of a publisher that shows all these cards, each in a box of its width. */
export function galleryPage(origin: string, cases: readonly Case[]): string {
  const cards = cases.map(
    ({ state, width, theme, lang }) => `<div class="${theme}"><topline-card style="width:${width}px"
      race="${state.document.id}" card="${state.card}" theme="${theme}" lang="${lang}" live="off"></topline-card></div>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>
    body { margin: 0; font-family: 'Open Sans', sans-serif }
    main { display: flex; flex-wrap: wrap; align-items: start }
    div { padding: 16px } .light { background: #fff } .dark { background: #0b0d0f }
    topline-card { display: block }</style><main><h1>Gallery</h1><h2>Cards</h2>
    ${cards.join("\n")}</main><script crossorigin src="${origin}/topline.js"></script></html>`;
}
