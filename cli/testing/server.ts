import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { TOKEN } from "./run";

export type Received = {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: unknown;
};
type Answering = (request: Received, response: ServerResponse) => void;

/** An HTTP peer on the loopback address that answers as told and keeps what it was asked. */
export class FakeServer {
  readonly received: Received[] = [];
  #server = createServer();
  #port = 0;

  static async answering(answer: Answering): Promise<FakeServer> {
    const fake = new FakeServer();
    fake.#server.on("request", (request, response) => void fake.#handle(request, response, answer));
    await fake.start();
    return fake;
  }

  /** Listens; after a stop on the same port as before, as a server that was restarted. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** A server for as long as `use` takes. */
  static async during<T>(answer: Answering, use: (server: FakeServer) => Promise<T>): Promise<T> {
    const server = await FakeServer.answering(answer);
    try {
      return await use(server);
    } finally {
      await server.stop();
    }
  }

  /** The environment of a pipeline that talks to this server. */
  get env(): Record<string, string> {
    return { READINESS_SERVER: this.address, READINESS_TOKEN: TOKEN };
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async #handle(request: IncomingMessage, response: ServerResponse, answer: Answering): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const { method = "", url = "", headers } = request;
    const received = { method, url, headers, body: text ? JSON.parse(text) : undefined };
    this.received.push(received);
    answer(received, response);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(body));
}
