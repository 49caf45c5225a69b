import { createServer } from "node:http";
import { listen, type Listening } from "./listen.ts";

/** The snippets that are compared, each as a publisher would paste it. */
export const VARIANTS = ["preloaded", "plain", "vanilla"] as const;
export type Variant = (typeof VARIANTS)[number];

/** What the manual tells publishers to reserve for the polls card; the vanilla card gets the same. */
const BOX = `style="display:block;min-height:660px"`;

/**
 * A publisher's site on an origin of its own: at `/<variant>` one short article, which loads
 * nothing but what the snippet loads.
 */
export function openHost(topline: string, race: string): Promise<Listening> {
  const script = (file: string) => `<script async crossorigin src="${topline}/${file}"></script>`;
  const card = `<topline-card race="${race}" card="polls" ${BOX}
><a href="${topline}/races/${race}">The latest polls</a></topline-card>${script("topline.js")}`;
  const preload = `<link rel="preload" as="fetch" crossorigin href="${topline}/v1/races/${race}">`;
  const vanilla = `<div id="vanilla-card" data-race="${race}" ${BOX}></div>${script("vanilla-card.js")}`;
  const pages: Readonly<Record<Variant, string>> = {
    preloaded: article(preload, card),
    plain: article("", card),
    vanilla: article("", vanilla),
  };
  const server = createServer((request, response) => {
    const page = pages[(request.url ?? "/").slice(1) as Variant];
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(page);
  });
  return listen(server, "localhost");
}

function article(head: string, snippet: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Polls open in Georgia’s 6th</title>
<link rel="icon" href="data:,">
${head}
</head>
<body style="margin:0 auto;max-width:42rem;padding:1rem;font:18px/1.5 serif">
<h1>Polls open in Georgia’s 6th</h1>
<p>Polls opened at 7 this morning in Georgia’s 6th congressional district and close at 7 p.m.</p>
${snippet}
<p>No candidate passed half of the vote in the first round, which had 18 names on the ballot.</p>
</body>
</html>`;
}
