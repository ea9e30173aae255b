import { z } from "zod";
import { ERROR_CODES } from "@/lib/core/errors";
import { activeTraceId, failureOf } from "./failure";
import { HttpError } from "./http-error";

const KINDS = {
  invalid: { status: 400, title: "The request is not valid" },
  unauthenticated: { status: 401, title: "A valid token is needed" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  conflict: { status: 409, title: "In conflict with what is stored" },
  too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "Not a JSON body" },
  internal: { status: 500, title: "Something went wrong here" },
  unavailable: { status: 503, title: "Not available at the moment" },
} as const;
export type ProblemCode = keyof typeof KINDS;
export const PROBLEM_KINDS: Record<ProblemCode, { status: number; title: string }> = KINDS;

/** RFC 9457. `code` is what a program branches on; `issues` name the fields as they were sent. */
export const problemDocument = z.object({
  type: z.string().describe("Where this kind of problem is explained"),
  title: z.string(),
  status: z.int(),
  code: z.enum([...ERROR_CODES, "method_not_allowed", "too_large", "unsupported_media_type", "internal"]),
  detail: z.string().describe("What is wrong and what to do about it"),
  issues: z.array(z.object({ path: z.string(), message: z.string() })),
  traceId: z.string().nullable().describe("Names this request in the server's traces and logs"),
});
export type Problem = z.output<typeof problemDocument>;

export const SAFE_HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** Any error as application/problem+json. Of an unknown one it says nothing but the trace id. */
export function problemResponse(error: unknown): Response {
  if (error instanceof HttpError) {
    const { code, message, headers } = error;
    return asResponse({ ...frame(code), detail: message, issues: [], traceId: activeTraceId() }, headers);
  }
  const { code, message, issues, traceId } = failureOf(error);
  const headers: Record<string, string> = code === "unauthenticated" ? { "www-authenticate": "Bearer" } : {};
  return asResponse({ ...frame(code), detail: message, issues, traceId }, headers);
}

function frame(code: ProblemCode): Pick<Problem, "type" | "title" | "status" | "code"> {
  return { type: `/docs/api#problem-${code}`, ...KINDS[code], code };
}

function asResponse(problem: Problem, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...SAFE_HEADERS, ...headers },
  });
}
