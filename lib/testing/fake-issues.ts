import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { closeServer } from "./fake-github";
import { type IssuePayload, issueEvent } from "./issue-events";

export type StoredIssue = {
  number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  state_reason: string | null;
  updated_at: string;
  html_url: string;
  assignees: { login: string }[];
};
export type FakeIssues = {
  /** As an Enterprise Server's API address. */
  apiUrl: string;
  /** Where its pages are. */
  origin: string;
  issues: Map<number, StoredIssue>;
  /** Requests that changed something or wanted to, in their order. */
  writes: { method: string; number: number | null; body: Record<string, unknown> }[];
  /** Answers the next requests for issues with these; `drop`: does what is asked and closes the connection unanswered. */
  next: (number | "drop")[];
  /** A person changes an issue there. Gives the webhook that GitHub would send. */
  edit(number: number, change: Partial<StoredIssue>, action: string): IssuePayload;
  close(): Promise<void>;
};

const BASE = Date.parse("2026-01-01T09:00:00Z");

/** A peer with the addresses of GitHub's REST API for issues that are used here, of one repository. */
export async function fakeIssues(repository: string): Promise<FakeIssues> {
  const issues: FakeIssues["issues"] = new Map();
  const writes: FakeIssues["writes"] = [];
  const next: FakeIssues["next"] = [];
  let second = 0;
  const tick = () => {
    second += 1;
    return new Date(BASE + second * 1000).toISOString().replace(".000", "");
  };
  const server = createServer((request, response) => {
    void readJson(request).then((body) => answer(request, response, body));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: Record<string, unknown>): void {
    const { method = "GET" } = request;
    const { pathname } = new URL(request.url ?? "/", "http://peer");
    const token = { token: "ghs_1", expires_at: new Date(Date.now() + 3_600_000).toISOString() };
    if (pathname.endsWith("/installation")) json(response, 200, { id: 77 });
    else if (pathname.endsWith("/access_tokens")) json(response, 201, token);
    else answerIssue(request, response, { method, pathname, body });
  }

  type Asked = { method: string; pathname: string; body: Record<string, unknown> };
  function answerIssue(request: IncomingMessage, response: ServerResponse, { method, pathname, body }: Asked): void {
    const number = Number(/\/issues\/(\d+)$/.exec(pathname)?.[1] ?? 0) || null;
    if (method !== "GET") writes.push({ method, number, body });
    const planned = next.shift();
    const done = typeof planned === "number" ? { status: planned, json: {} } : perform(method, number, body);
    if (planned === "drop") request.socket.destroy();
    else json(response, done.status, done.json);
  }

  function perform(method: string, number: number | null, body: Record<string, unknown>) {
    if (method === "GET" && number === null) return { status: 200, json: [...issues.values()].reverse() };
    if (method === "POST") return { status: 201, json: put(issues.size + 1, { ...fresh(), ...body }) };
    const known = number === null ? undefined : issues.get(number);
    if (!known) return { status: 404, json: {} };
    return { status: 200, json: method === "PATCH" ? put(known.number, { ...known, ...body }) : known };
  }

  function put(number: number, issue: Omit<StoredIssue, "number" | "updated_at" | "html_url">): StoredIssue {
    const stored = { ...issue, number, updated_at: tick(), html_url: `${origin}/${repository}/issues/${number}` };
    issues.set(number, stored);
    return stored;
  }

  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/api/v3`,
    origin,
    issues,
    writes,
    next,
    edit(number, change, action) {
      const known = issues.get(number);
      return eventOf(put(number, { ...fresh(), ...known, ...change }), action, repository);
    },
    close: () => closeServer(server),
  };
}

const fresh = () => ({ title: "", body: null, state: "open" as const, state_reason: null, assignees: [] });

/** The recorded event of an action that is most like it, with the values of this issue. */
export function eventOf(issue: StoredIssue, action: string, repository: string): IssuePayload {
  const closed = issue.state === "closed" ? { closed_at: issue.updated_at } : {};
  const { assignees, ...own } = issue;
  // Whoever is assigned is a whole user, as recorded.
  const values = action === "assigned" ? own : { ...own, assignees };
  const from = action === "closed" ? "reopened" : action;
  return issueEvent(action, { from, issue: { ...values, ...closed }, repository: { full_name: repository } });
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8") || "{}");
}
