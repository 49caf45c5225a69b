import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** `host:port` of a server on this machine that answers as it is told. */
    readonly agency: string;
  }
}

/** What the server is told to answer, and what it tells of who asked. */
export type Told = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Asked = {
  readonly url: string;
  readonly key: string | null;
  readonly etag: string | null;
};

/**
 * A server that stands for a news agency: `PUT /told` says what it answers from then on, `GET /asked`
 * gives all requests since it was last read.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let told: Told = { status: 404 };
  let asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { method, url = "", headers } = request;
    if (method === "PUT" && url === "/told") {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        told = JSON.parse(Buffer.concat(parts).toString()) as Told;
        response.end();
      });
      return;
    }
    if (url === "/asked") {
      response.end(JSON.stringify(asked));
      asked = [];
      return;
    }
    const { status = 200, body = "", headers: said = {} } = told;
    const etag = headers["if-none-match"] ?? null;
    asked.push({ url, key: String(headers["x-api-key"] ?? ""), etag });
    const isKnown = etag !== null && etag === said["ETag"];
    response.writeHead(isKnown ? 304 : status, said).end(isKnown ? "" : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("agency", `127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => new Promise((resolve) => server.close(() => resolve()));
}
