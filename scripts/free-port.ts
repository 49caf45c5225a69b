import { createServer } from "node:net";

/** How many ports above the wanted one are tried before giving up. */
const ATTEMPTS = 50;

/** The wanted loopback port, or the next free one above it; says so when it isn't the wanted one. */
export async function freePort(wanted: number, what: string): Promise<number> {
  for (let port = wanted; port < wanted + ATTEMPTS; port++) {
    if (await isFree(port)) {
      if (port !== wanted) console.log(`Port ${wanted} is taken; ${what} uses ${port}.`);
      return port;
    }
  }
  throw new Error(`no free port for ${what} between ${wanted} and ${wanted + ATTEMPTS - 1}`);
}

/**
 * A free loopback port for a test's server that may stop and come back: below the ports that the
 * system gives to outgoing connections, which could take it in between.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    if (await isFree(port)) return port;
  }
}

/** Asks on both loopback addresses: a server on ::1 alone would still get a browser's "localhost". */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
