import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Listening = { readonly origin: string; readonly close: () => void };

/**
 * Lets a server listen on a free loopback port. `host` is the name that pages use: another name is
 * another site to the browser.
 */
export async function listen(server: Server, host: "127.0.0.1" | "localhost"): Promise<Listening> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
