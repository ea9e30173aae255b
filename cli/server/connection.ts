import { readToken } from "@/lib/core/token";
import { badInput } from "../exit";
import { readText } from "../files/read";
import { type Io, setting } from "../io";

export type ConnectionOptions = { server?: string; tokenFile?: string; timeout?: string; retries?: string };
export type Connection = { server: URL; token: string; timeoutMs: number; retries: number };

const DEFAULTS = { timeoutSeconds: "30", retries: "3" };

/** Where the server is and who asks, from options and environment. The token never comes from the command line. */
export async function connectionFrom(io: Io, options: ConnectionOptions): Promise<Connection> {
  return {
    server: serverAddress(io, options.server ?? setting(io, "READINESS_SERVER")),
    token: await findToken(io, options.tokenFile),
    timeoutMs: numberOption("--timeout", options.timeout ?? DEFAULTS.timeoutSeconds, 0.05, 3600) * 1000,
    retries: Math.floor(numberOption("--retries", options.retries ?? DEFAULTS.retries, 0, 20)),
  };
}

function serverAddress(io: Io, text: string | undefined): URL {
  if (!text) throw badInput("no server: give --server or set READINESS_SERVER");
  if (!URL.canParse(text))
    throw badInput(`the server's address ${text} is not a URL, such as https://readiness.example`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw badInput(`the server's address ${text} must start with https:// or http://`);
  }
  if (url.username || url.password) throw badInput("the server's address must not hold a name or password");
  if (url.protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) {
    io.err(`readiness: warning: ${url.hostname} is reached without TLS; the token can be read on the way\n`);
  }
  const folder = url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`;
  return new URL(folder, url.origin);
}

async function findToken(io: Io, file: string | undefined): Promise<string> {
  const text = file === undefined ? setting(io, "READINESS_TOKEN") : (await readText(io, file)).trim();
  if (!text) throw badInput("no token: set READINESS_TOKEN or give --token-file");
  if (!readToken(text)) {
    throw badInput(`${file ?? "READINESS_TOKEN"}: is not a whole API token (rdy_…); copy it again from the settings`);
  }
  return text;
}

function numberOption(name: string, text: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw badInput(`${name}: ${text} is not a number from ${least} to ${most}`);
  return value;
}
