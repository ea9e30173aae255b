import type { z } from "zod";
import type { Permission } from "@/lib/core/access";
import { withRequestSpan } from "@/lib/observability/request-span";
import { HttpError } from "./http-error";
import { problemResponse, SAFE_HEADERS } from "./problem";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];
export type PathParameters = Record<string, string | string[] | undefined>;
/** Next resolves the parameters of a path that has none to `undefined`. */
export type Handler = (request: Request, context: { params: Promise<PathParameters | undefined> }) => Promise<Response>;

/** What the API's document says about one method of one path. */
export type Operation = {
  method: Method;
  path: string;
  id: string;
  summary: string;
  description?: string;
  /** The token must allow one of these; none: open to everybody. */
  permissions: Permission[];
  query?: z.ZodObject;
  /** Shape of the body as the client sends it. */
  body?: z.ZodType;
  answer: z.ZodType;
  /** Of an answer that is text of another kind than JSON. */
  answerType?: string;
  answerStatus: 200 | 201;
};
export type Endpoint = Handler & { operation: Operation };

/** Text that is sent byte by byte as it is: JSON of which a digest is kept, or text of the kind that `headers` name. */
export class SentText {
  readonly headers: Record<string, string>;
  constructor(
    readonly text: string,
    headers: Record<string, string>,
  ) {
    this.headers = { "content-type": "application/json", ...headers };
  }
}

/** An answer that stays open. */
export class SentStream {
  constructor(
    readonly body: ReadableStream<Uint8Array> | null,
    readonly headers: Record<string, string>,
  ) {}
}

type Work = (
  request: Request,
  params: PathParameters,
  setTenant: (tenantId: string) => void,
) => Promise<{ status: number; body: unknown }>;

/** One method of one path: a span around it, JSON out, any error as a problem. */
export function endpoint(operation: Operation, work: Work): Endpoint {
  const handler: Handler = (request, context) =>
    withRequestSpan({ method: operation.method, route: operation.path }, async (setTenant) => {
      try {
        const { status, body } = await work(request, (await context.params) ?? {}, setTenant);
        if (body instanceof SentStream) return new Response(body.body, { status, headers: body.headers });
        return body instanceof SentText
          ? new Response(body.text, { status, headers: { ...body.headers, ...SAFE_HEADERS } })
          : Response.json(body, { status, headers: SAFE_HEADERS });
      } catch (error) {
        return problemResponse(error);
      }
    });
  return Object.assign(handler, { operation });
}

/** What a route file exports: its endpoints by method, and a 405 for every other one. */
export function methods(endpoints: Partial<Record<Method, Handler>>): Record<Method, Handler> {
  const allow = METHODS.filter((method) => endpoints[method]).join(", ");
  const refuse: Handler = async () =>
    problemResponse(new HttpError(405, "method_not_allowed", `This address takes ${allow}.`, { allow }));
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, ...endpoints };
}
