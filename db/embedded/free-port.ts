import net from "node:net";

/** A port of the loopback interface that nobody listens on: the preferred one, else one that the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  return (preferred && (await listenOnce(preferred))) || (await listenOnce(0)) || freePort();
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : undefined));
    });
  });
}
