import { createServer } from "node:http";
import { listen, type Listening } from "./listen.ts";

/** Where each snippet's script and numbers come from, by the name of its page. */
export type Variants = Readonly<
  Record<string, { readonly topline: string; readonly snippet: "preloaded" | "plain" | "vanilla" }>
>;

/** What the manual tells publishers to reserve for the polls card; the vanilla card gets the same. */
const BOX = `style="display:block;min-height:780px"`;

/**
 * A publisher's site on an origin of its own: at `/<variant>` one short article with a snippet as a
 * publisher would paste it, which loads nothing but what the snippet loads.
 */
export function openHost(variants: Variants, race: string): Promise<Listening> {
  const server = createServer((request, response) => {
    const variant = variants[decodeURIComponent((request.url ?? "/").slice(1))];
    response.writeHead(variant ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(variant && page(variant, race));
  });
  return listen(server, "localhost");
}

function page({ topline, snippet }: Variants[string], race: string): string {
  const script = (file: string) => `<script async crossorigin src="${topline}/${file}"></script>`;
  const preload = `<link rel="preload" as="fetch" crossorigin href="${topline}/v1/races/${race}">`;
  return article(
    snippet === "preloaded" ? preload : "",
    snippet === "vanilla"
      ? `<div id="vanilla-card" data-race="${race}" ${BOX}></div>${script("vanilla-card.js")}`
      : `<topline-card race="${race}" card="polls" ${BOX}
><a href="${topline}/races/${race}">The latest polls</a></topline-card>${script("topline.js")}`,
  );
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
