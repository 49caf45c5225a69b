import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { listen, type Listening } from "./listen.ts";

const SCRIPT = "/topline.js";
/** Stands beside the script: same wait for the Worker, same headers, another body. */
const VANILLA = "/vanilla-card.js";

/** Of the Worker's headers these speak of its own connection or of the body as it sent it. */
const NOT_PASSED_ON = ["connection", "content-length", "keep-alive", "transfer-encoding"];

/**
 * Cloudflare compresses what it serves, the local runtime doesn't. This stands in front of a Worker
 * and makes up for it, for all variants alike, and does nothing else.
 */
export async function openGzipProxy(worker: string): Promise<Listening> {
  const vanilla = await readFile(join(import.meta.dirname, "vanilla-card.js"));
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const answer = await fetch(worker + (path === VANILLA ? SCRIPT : path), {
      headers: { "accept-encoding": "identity" },
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const packed = gzipSync(path === VANILLA ? vanilla : body);
    for (const [name, value] of answer.headers)
      if (!NOT_PASSED_ON.includes(name)) response.setHeader(name, value);
    response.setHeader("content-encoding", "gzip");
    response.setHeader("content-length", packed.length);
    response.writeHead(answer.status).end(packed);
  });
  return listen(server, "127.0.0.1");
}
