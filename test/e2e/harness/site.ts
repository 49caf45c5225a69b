import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

export type Site = { readonly origin: string; readonly close: () => void };

/**
 * A publisher's site on an origin of its own: the files of a scenario's folder, with `TOPLINE`
 * standing for the Worker's origin in pages and headers.
 */
export async function openSite(
  folder: string,
  topline: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const point = (text: string) => text.replaceAll("TOPLINE", topline);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const name = path === "/" ? "index.html" : path.slice(1);
    const text = /^[\w.-]+$/.test(name)
      ? await readFile(join(folder, name), "utf8").catch(() => null)
      : null;
    if (text === null) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("Content-Type", TYPES[extname(name)] ?? "text/plain");
    for (const [header, value] of Object.entries(headers)) {
      response.setHeader(header, point(value));
    }
    response.end(point(text));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  // Another host name than the Worker's as well, so that nothing counts as the same site.
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
