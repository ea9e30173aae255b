import { readFile } from "node:fs/promises";
import { Agent, type AgentOptions } from "node:http";
import { Agent as SecureAgent } from "node:https";
import type { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import type { Destination } from "./destination";

type Options = NonNullable<ConstructorParameters<typeof OTLPMetricExporter>[0]>;
type Place = Extract<Destination, { url: URL }>;

/** A connection to a collector that ends in time, whatever the collector does. */
export async function openSender({ url, headers, timeoutMs, compression, certificates }: Place) {
  const agent = await agentFor(url, certificates);
  let timer: NodeJS.Timeout | undefined;
  const options: Options = {
    url: url.href,
    headers,
    timeoutMillis: timeoutMs,
    compression: compression as Options["compression"],
    httpAgentOptions: () => agent,
  };
  return {
    options,
    /** Asks for a result and waits for it as long as it may take. */
    within: <T>(ask: (done: (result: T) => void) => void): Promise<T | "too late"> =>
      new Promise((resolve, reject) => {
        timer = setTimeout(() => resolve("too late"), timeoutMs);
        try {
          ask(resolve);
        } catch (error) {
          reject(error);
        }
      }),
    /** A collector that drips its answer must not keep the process alive. */
    close: () => {
      clearTimeout(timer);
      agent.destroy();
    },
  };
}

async function agentFor({ protocol }: URL, { ca, cert, key }: Place["certificates"]): Promise<Agent> {
  const shared: AgentOptions = { keepAlive: false };
  if (protocol === "http:") return new Agent(shared);
  const read = (path: string | undefined) => (path === undefined ? undefined : readFile(path));
  const [readCa, readCert, readKey] = await Promise.all([read(ca), read(cert), read(key)]);
  return new SecureAgent({ ...shared, ca: readCa, cert: readCert, key: readKey });
}
