import { once } from "node:events";
import { connect, type Socket } from "node:net";

const HEAD_END = "\r\n\r\n";

export type Load = {
  /** The whole request as it goes over the wire. */
  readonly request: Buffer;
  /** What every answer must have; anything else is an error. */
  readonly status: number;
  readonly milliseconds: number;
};

/**
 * A fixed number of kept-alive connections, each of which waits for its answer before it asks
 * again: the load is bounded by what the server manages. Talks HTTP over bare sockets, because
 * Node's own client is slower than the server that is to be measured.
 */
export class Client {
  readonly #sockets: readonly Socket[];

  private constructor(sockets: readonly Socket[]) {
    this.#sockets = sockets;
  }

  static async open(port: number, connections: number): Promise<Client> {
    const sockets = Array.from({ length: connections }, () =>
      connect({ port, host: "127.0.0.1", noDelay: true }),
    );
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    return new Client(sockets);
  }

  /** Asks the same on all connections for that long. Gives requests per second. */
  async run(load: Load): Promise<number> {
    const start = performance.now();
    const counts = await Promise.all(this.#sockets.map((socket) => ask(socket, load, start)));
    const requests = counts.reduce((sum, count) => sum + count, 0);
    return (requests * 1000) / (performance.now() - start);
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/** Number of answers on one connection until the time is up. */
function ask(socket: Socket, load: Load, start: number): Promise<number> {
  const end = start + load.milliseconds;
  return new Promise((resolve, reject) => {
    let answers = 0;
    /** Bytes of the current answer that are still to come; 0 between answers. */
    let left = 0;
    const onData = (chunk: Buffer) => {
      left = (left === 0 ? lengthOf(chunk, load.status) : left) - chunk.length;
      if (left > 0) return;
      answers++;
      if (performance.now() < end) {
        socket.write(load.request);
        return;
      }
      socket.off("data", onData).off("error", reject);
      resolve(answers);
    };
    socket.on("data", onData).on("error", reject);
    socket.write(load.request);
  });
}

/** Length of the answer that starts with this chunk; a local server sends a head in one piece. */
function lengthOf(chunk: Buffer, status: number): number {
  const headEnd = chunk.indexOf(HEAD_END);
  const head = chunk.toString("latin1", 0, headEnd);
  if (headEnd < 0 || !head.startsWith(`HTTP/1.1 ${status} `)) {
    throw new Error(`expected ${status}, got: ${head.slice(0, 200)}`);
  }
  const length = /^content-length: (\d+)/im.exec(head)?.[1] ?? 0;
  return headEnd + HEAD_END.length + Number(length);
}
