import { lookup } from "node:dns/promises";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { env } from "@/lib/env";
import { isAllowedAddress } from "./address";

/** `refused`: never sent, and trying again would not help. `failed`: no whole answer came; it may come later. */
export class OutboundError extends Error {
  override readonly name = "OutboundError";
  constructor(
    readonly kind: "refused" | "failed",
    message: string,
  ) {
    super(message);
  }
}

export type Outbound = {
  url: string;
  method: "GET" | "POST" | "PATCH";
  headers: Record<string, string>;
  body?: string;
};
export type OutboundAnswer = { status: number; headers: IncomingMessage["headers"]; text: string };
export type OutboundLimits = {
  timeoutMs?: number;
  maxBytes?: number;
  /** As READINESS_ALLOW_PRIVATE_ADDRESSES, which is the default. */
  allowed?: string;
  /** Only tests resolve names in another way. */
  resolve?: (host: string) => Promise<string[]>;
};

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 256 * 1024;

/**
 * The one client for addresses that people give: http(s) only, no credentials in the address, connected to the very
 * address that was judged, no redirects, bounded in time and size. Throws `OutboundError` for all but an answer.
 */
export async function send(outbound: Outbound, limits: OutboundLimits = {}): Promise<OutboundAnswer> {
  const url = readUrl(outbound.url);
  const allowed = limits.allowed ?? env().READINESS_ALLOW_PRIVATE_ADDRESSES;
  const signal = AbortSignal.timeout(limits.timeoutMs ?? TIMEOUT_MS);
  const address = await within(signal, addressOf(url, allowed, limits.resolve ?? resolveAll));
  return within(signal, exchange(url, address, outbound, signal, limits.maxBytes ?? MAX_ANSWER_BYTES));
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw refused("is not an http or https address");
  if (url.username || url.password) throw refused("must not hold a user name or password");
  return url;
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** One address of the host, when every one of them may be asked: a name with two faces is not trusted. */
async function addressOf(
  { hostname }: URL,
  allowed: string | undefined,
  resolve: (host: string) => Promise<string[]>,
): Promise<string> {
  const literal = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(literal) ? [literal] : await resolve(hostname).catch(() => []);
  const [first] = addresses;
  if (!first) throw new OutboundError("failed", `The name ${hostname} cannot be resolved.`);
  if (addresses.every((each) => isAllowedAddress(each, allowed))) return first;
  throw refused("leads to an address that is not public; an administrator can allow it", hostname);
}

function exchange(
  url: URL,
  address: string,
  { method, headers, body = "" }: Outbound,
  signal: AbortSignal,
  maxBytes: number,
): Promise<OutboundAnswer> {
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  const length = body ? { "content-length": String(Buffer.byteLength(body)) } : {};
  const options = {
    method,
    signal,
    agent: false,
    headers: { "accept-encoding": "identity", ...headers, ...length },
    // Whatever the name leads to by now: the connection goes to the address that was judged.
    lookup: (_host: string, asked: { all?: boolean }, done: (error: null, found: unknown, family?: number) => void) =>
      asked.all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)),
  };
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(url, options as never, (answer) => {
      collect(answer, maxBytes).then((text) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      }, reject);
    });
    sent.on("error", reject).end(body);
  });
}

async function collect(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const { statusCode = 0 } = answer;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    if (statusCode >= 300 && statusCode < 400) {
      throw new OutboundError("refused", `It answered ${statusCode}, a redirect, which is not followed.`);
    }
    for await (const part of answer) {
      size += part.length;
      if (size > maxBytes) throw new OutboundError("failed", `Its answer is larger than ${maxBytes} bytes.`);
      parts.push(part);
    }
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The work, or the time limit; of an unknown failure only its code is told. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const timedOut = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new OutboundError("failed", "It did not answer in time.")));
  });
  try {
    return await Promise.race([work, timedOut]);
  } catch (error) {
    if (error instanceof OutboundError) throw error;
    if (signal.aborted) throw new OutboundError("failed", "It did not answer in time.");
    const code = (error as { code?: unknown } | null)?.code;
    throw new OutboundError("failed", `It cannot be reached${typeof code === "string" ? ` (${code})` : ""}.`);
  }
}

const refused = (why: string, host = "The address") => new OutboundError("refused", `${host} ${why}.`);
