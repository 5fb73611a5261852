import { connect, createServer, type Socket } from "node:net";

/** One address that leads to one of several ports: what a floating address or a TCP proxy is in front of databases. */
export interface TcpSwitch {
  readonly port: number;
  /** Sends everybody to another port from now on; who is on the way to the former one is cut off. */
  readonly leadTo: (port: number) => void;
  readonly stop: () => Promise<void>;
}

export async function startTcpSwitch(first: number): Promise<TcpSwitch> {
  let target = first;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      // Else each small question waits for the acknowledgement of the one before it.
      socket.setNoDelay(true);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    leadTo: (port) => {
      target = port;
      cut();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
