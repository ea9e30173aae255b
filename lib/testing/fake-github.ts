import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Told = { path: string; environment_name: string; state?: string; comment: string; authorization: string };
export type FakeGitHub = {
  /** As an Enterprise Server's API address. */
  apiUrl: string;
  callback(repository: string, runId: string): string;
  /** Reviews that were taken, in their order. */
  told: Told[];
  /** `Authorization` headers with which installation tokens were asked for, and what for. */
  tokenRequests: { authorization: string; path: string; body: unknown }[];
  /** Answers the next reviews with these, then as usual. `drop`: takes it and closes the connection unanswered. */
  next: (number | "drop")[];
  /** As `next`, for requests of tokens. */
  nextTokens: number[];
  close(): Promise<void>;
};

/** A peer with the two addresses of GitHub's API that are used here. That a repeated answer gets 422 is not documented. */
export async function fakeGitHub(): Promise<FakeGitHub> {
  const state = { told: [] as Told[], tokenRequests: [] as FakeGitHub["tokenRequests"], settled: new Set<string>() };
  const next: FakeGitHub["next"] = [];
  const nextTokens: number[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (request.url?.endsWith("/access_tokens")) giveToken(request, response, body);
      else takeReview(request, response, body as Omit<Told, "path" | "authorization">);
    });
  });

  function giveToken(request: IncomingMessage, response: ServerResponse, body: unknown): void {
    const { authorization = "" } = request.headers;
    state.tokenRequests.push({ authorization, path: request.url ?? "", body });
    const refused = nextTokens.shift();
    if (refused) return void response.writeHead(refused).end("{}");
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    json(response, 201, { token: `ghs_${state.tokenRequests.length}`, expires_at });
  }

  function takeReview(request: IncomingMessage, response: ServerResponse, body: Omit<Told, "path" | "authorization">) {
    const { url: path = "", headers } = request;
    const planned = next.shift();
    if (typeof planned === "number") return void response.writeHead(planned).end("{}");
    const place = `${path} ${body.environment_name}`;
    if (state.settled.has(place)) return json(response, 422, { message: "No pending deployment requests to review." });
    if (body.state) state.settled.add(place);
    state.told.push({ path, authorization: headers.authorization ?? "", ...body });
    if (planned === "drop") return void request.socket.destroy();
    response.writeHead(204).end();
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  return {
    apiUrl,
    callback: (repository, runId) => `${apiUrl}/repos/${repository}/actions/runs/${runId}/deployment_protection_rule`,
    ...state,
    next,
    nextTokens,
    close: () => closeServer(server),
  };
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8") || "{}");
}

export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}
