import { readdirSync } from "node:fs";
import path from "node:path";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { Handler, Method } from "@/lib/web/endpoint";
import type { Problem } from "@/lib/web/problem";

type RouteModule = Partial<Record<Method, Handler>>;
export type ApiFile = { path: string; module: RouteModule };

/** The route files of the API as Next would find them: `app/api/v1/releases/[id]/route.ts` → `/api/v1/releases/{id}`. */
export async function apiFiles(): Promise<ApiFile[]> {
  const app = path.join(process.cwd(), "app");
  const files = readdirSync(path.join(app, "api/v1"), { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => path.basename(file) === "route.ts").map((file) => path.join("api/v1", file));
  return Promise.all(
    routes.map(async (file) => ({
      path: `/${path.dirname(file).replace(/\[(\w+)\]/g, "{$1}")}`,
      module: await import(path.join(app, file)),
    })),
  );
}

export type Call = {
  token?: string;
  /** Sent as it is when it is text, bytes or a stream; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
};
/** The members of the API's answers that tests read. */
export type AnswerBody = {
  id: string;
  decisionId: string;
  digest: string;
  verdict: Verdict;
  approvals: { name: string }[];
  items: { id: string; version: string; service?: string }[];
  nextCursor: string | null;
};
export type Answer = { status: number; headers: Headers; json: AnswerBody; problem: Problem };

const files = await apiFiles();

/** Calls the handler of an address as the server would. */
export async function call(method: Method, address: string, { token, body, headers = {} }: Call = {}): Promise<Answer> {
  const url = new URL(address, "http://readiness.test");
  const sent = new Headers({ "content-type": "application/json", ...headers });
  if (token !== undefined) sent.set("authorization", `Bearer ${token}`);
  const response = await respond(
    new Request(url, { method, headers: sent, body: asBody(body), duplex: "half" } as RequestInit),
  );
  const json: unknown = await response.json();
  return { status: response.status, headers: response.headers, json: json as AnswerBody, problem: json as Problem };
}

/** The handler's own answer to a request. */
export async function respond(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = find(pathname);
  const handler = found.module[request.method as Method];
  if (!handler) throw new Error(`${pathname} exports no ${request.method}`);
  return handler(request, { params: Promise.resolve(found.params) });
}

function asBody(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined;
  if (typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream) return body as BodyInit;
  return JSON.stringify(body);
}

function find(pathname: string): ApiFile & { params: Record<string, string> } {
  // Next takes a name that is written out before one that stands for any.
  const byName = files.find(({ path }) => path === pathname);
  if (byName) return { ...byName, params: {} };
  for (const file of files) {
    const pattern = new RegExp(`^${file.path.replaceAll(".", "\\.").replace("{id}", "(?<id>[^/]+)")}$`);
    const match = pattern.exec(pathname);
    if (match) return { ...file, params: { ...match.groups } };
  }
  throw new Error(`no route file for ${pathname}`);
}
