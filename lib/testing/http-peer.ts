import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Posted = { headers: IncomingHttpHeaders; text: string };
export type HttpPeer = {
  url: string;
  posted: Posted[];
  /** Answers to the next requests; none left: 200. */
  next: number[];
  stop(): Promise<void>;
};

/** A real HTTP server on this machine that keeps what is posted to it. */
export async function httpPeer(): Promise<HttpPeer> {
  const posted: Posted[] = [];
  const next: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    posted.push({ headers: request.headers, text: Buffer.concat(chunks).toString("utf8") });
    const status = next.shift() ?? 200;
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T0/a-secret`,
    posted,
    next,
    stop: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
