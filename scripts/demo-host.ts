import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * Serves the demo article as a publisher's own site would: on another origin than the Worker,
 * which it names in full wherever the article loads something from Topline.
 * @param headers of every answer; `TOPLINE` in them stands for the Worker
 */
export function startDemoHost(
  folder: string,
  worker: string,
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const own = Object.entries(headers).map(
    ([name, value]) => [name, value.replaceAll("TOPLINE", worker)] as const,
  );
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = normalize(path.endsWith("/") ? `${path}index.html` : path);
    const type = TYPES[extname(file)];
    const page = type ? readFile(join(folder, file)) : Promise.reject(new Error("not a page"));
    page.then(
      (body) => {
        for (const [name, value] of own) response.setHeader(name, value);
        response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
        response.end(type?.startsWith("text/html") ? pointAt(worker, body.toString()) : body);
      },
      () => {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
        response.end(`Nothing here; the article is at /\n`);
      },
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** `/topline.js`, `/v1/…` and `/` mean the Worker, wherever the article stands. */
function pointAt(worker: string, html: string): string {
  return html.replaceAll(/(src|href)="\/(topline\.js|v1\/[^"]*|)"/g, `$1="${worker}/$2"`);
}
