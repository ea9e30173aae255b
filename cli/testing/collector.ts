import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

type Plain = Record<string, unknown>;
type Value = Plain & { arrayValue?: { values: Value[] } };
type Pairs = { key: string; value: Value }[];
type WireSpan = {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Pairs;
  events: { name: string; attributes: Pairs }[];
  status: { code: number; message?: string };
};
type WirePoint = { asDouble: number; timeUnixNano: string; attributes: Pairs };
type WireMetric = { name: string; unit: string; gauge: { dataPoints: WirePoint[] } };
type Resource = { attributes: Pairs };
type Body = {
  resourceSpans?: { resource: Resource; scopeSpans: { spans: WireSpan[] }[] }[];
  resourceMetrics?: { resource: Resource; scopeMetrics: { metrics: WireMetric[] }[] }[];
};
type Received = { url: string; headers: IncomingHttpHeaders; body: Body };
type Answering = (request: Received, response: ServerResponse) => void;

const acceptAll: Answering = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
};

/** An OTLP/HTTP receiver on the loopback address that keeps what it is sent. */
export class Collector {
  readonly received: Received[] = [];
  readonly host: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(answer: Answering, server: Server) {
    this.#server = server;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    server.on("request", (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Body;
        const received = { url: request.url ?? "", headers: request.headers, body };
        this.received.push(received);
        answer(received, response);
      });
    });
  }

  static async answering(answer: Answering = acceptAll): Promise<Collector> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Collector(answer, server);
  }

  get address(): string {
    return `http://${this.host}`;
  }

  get env(): { OTEL_EXPORTER_OTLP_ENDPOINT: string } {
    return { OTEL_EXPORTER_OTLP_ENDPOINT: this.address };
  }

  spans() {
    const groups = this.received.flatMap(({ body }) => body.resourceSpans ?? []);
    return groups.flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) => spans.map((span) => readSpan(span, resource))),
    );
  }

  points() {
    const groups = this.received.flatMap(({ body }) => body.resourceMetrics ?? []);
    const metrics = groups.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    return metrics.flatMap(({ name, unit, gauge }) =>
      gauge.dataPoints.map(({ asDouble: value, timeUnixNano, attributes }) => {
        const at = new Date(Number(BigInt(timeUnixNano) / 1_000_000n)).toISOString();
        return { name, unit, value, at, attributes: read(attributes) };
      }),
    );
  }

  resources(): Plain[] {
    const groups = this.received.flatMap(({ body }) => [
      ...(body.resourceSpans ?? []),
      ...(body.resourceMetrics ?? []),
    ]);
    return groups.map(({ resource }) => read(resource.attributes));
  }

  /** Resolves when whoever sent something has let go of every connection. */
  async abandoned(): Promise<void> {
    await Promise.all([...this.#sockets].map((socket) => once(socket, "close")));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function readSpan({ attributes, events, ...span }: WireSpan, resource: Resource) {
  return {
    ...span,
    attributes: read(attributes),
    events: events.map((event) => ({ name: event.name, attributes: read(event.attributes) })),
    resource: read(resource.attributes),
  };
}

const read = (pairs: Pairs): Plain => Object.fromEntries(pairs.map(({ key, value }) => [key, plainOf(value)]));

function plainOf(value: Value): unknown {
  if (value.arrayValue) return value.arrayValue.values.map(plainOf);
  return Object.values(value)[0];
}
