import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { respond } from "./http";

/** The API's own route handlers on the loopback address, for programs that speak HTTP, for as long as `use` takes. */
export async function withApiServer<T>(use: (address: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = "GET", url = "/", headers } = incoming;
  const body = method === "GET" ? null : Buffer.concat(chunks);
  const request = new Request(new URL(url, "http://127.0.0.1"), { method, headers: headers as HeadersInit, body });
  const response = await respond(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
}
