import { z } from "zod";
import type { Actor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { type Command, requirePermission } from "@/lib/registry/command";
import { requireStorableText } from "@/lib/registry/storable-text";
import { readingActor, tokenActor } from "./bearer";
import { readJsonBody, readOptionalJsonBody } from "./body";
import { type Endpoint, endpoint, type Operation, type PathParameters, type SentText } from "./endpoint";

export type Described = Pick<Operation, "method" | "path" | "id" | "summary" | "description">;
type Writing<B extends z.ZodType, A extends z.ZodType, T> = Described & {
  /** Left out: the request needs no body. */
  body?: B;
  /** What the API's document says of the body, where the command itself reads it more closely than `body`. */
  shape?: z.ZodType;
  answer: A;
  answerStatus?: 200 | 201;
  /** For documents that are large by nature. */
  maxBytes?: number;
  /** The command's input from the body and the `{id}` of the path. */
  input: (body: z.output<B>, id: string) => unknown;
} & (T extends z.input<A> ? object : { answerLacksMembers: never });
type Reading<Q extends z.ZodObject, A extends z.ZodType> = Described & {
  query?: Q;
  answer: A;
  answerType?: string;
  read: (actor: Actor, request: { id: string; query: z.output<Q> }) => Promise<z.input<A> | SentText>;
};

const nothing = z.strictObject({});
const IDEMPOTENCY_KEY = /^[\x20-\x7e]{1,200}$/;

/** The one way of a command to HTTP: token, path, strict body, idempotency key, command, JSON or a problem. */
export function route<B extends z.ZodType, A extends z.ZodType, T>(
  command: Command<z.ZodType, T>,
  options: Writing<B, A, T>,
): Endpoint {
  const { input, body, shape = body, answerStatus = 200, maxBytes, ...described } = options;
  const operation = { ...described, body: shape, answerStatus, permissions: [command.permission] };
  return endpoint(operation, async (request, params, setTenant) => {
    const actor = await tokenActor(request.headers);
    setTenant(actor.tenantId);
    const id = pathId(params);
    const idempotencyKey = idempotencyKeyOf(request.headers);
    const sent = body ? await readJsonBody(request, maxBytes) : await readOptionalJsonBody(request, maxBytes);
    const parsed = parseWith(body ?? nothing, sent, "body") as z.output<B>;
    return { status: answerStatus, body: await command({ actor, idempotencyKey }, input(parsed, id)) };
  });
}

/** The one way of a read to HTTP: token or signed-in browser, path, query, JSON or a problem. */
export function readRoute<Q extends z.ZodObject, A extends z.ZodType>(options: Reading<Q, A>): Endpoint {
  const { read, query, ...described } = options;
  const operation = { ...described, query, answerStatus: 200 as const, permissions: ["read" as const] };
  return endpoint(operation, async (request, params, setTenant) => {
    const actor = await readingActor(request.headers);
    setTenant(actor.tenantId);
    const id = pathId(params);
    requirePermission(actor, "read");
    const asked = queryOf(request, query ?? nothing) as z.output<Q>;
    return { status: 200, body: await read(actor, { id, query: asked }) };
  });
}

/** Every path has at most one parameter, the id of a record; what is no id names nothing. */
export function pathId(params: PathParameters): string {
  const { id } = params;
  if (id === undefined) return "";
  if (z.uuid().safeParse(id).success && typeof id === "string") return id.toLowerCase();
  throw new DomainError("not_found", "There is no such record.");
}

export function queryOf(request: Request, schema: z.ZodObject): unknown {
  const { searchParams } = new URL(request.url);
  const seen = new Set<string>();
  for (const key of searchParams.keys()) {
    if (seen.has(key)) throw invalid(key, "is given twice");
    seen.add(key);
  }
  // An empty field of a form is no filter.
  const values = Object.fromEntries([...searchParams].filter(([, value]) => value !== ""));
  requireStorableText(values);
  return parseWith(schema, values, "query");
}

function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw invalid("Idempotency-Key", "must be 1 to 200 printable ASCII characters");
}
