import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { parseStrictJson } from "@/lib/core/json/strict";
import { badInput, type CliError, failure } from "../exit";

export type Answer = { status: number; contentType: string; text: string };

const MAX_BYTES = 20 * 1024 * 1024;
const problem = z.looseObject({
  title: z.string().optional(),
  detail: z.string().optional(),
  traceId: z.string().nullish(),
  issues: z.array(z.looseObject({ path: z.string(), message: z.string() })).optional(),
});
type Problem = z.output<typeof problem>;

/** Statuses below 500 that say "later" rather than "wrong". */
const LATER = [408, 425, 429];
const HINTS: Record<number, string> = {
  401: "the server does not accept the token: it is unknown, expired or revoked",
  403: "the token may not do this",
};

/** The JSON of a successful answer. Throws for everything else, and for what is no answer of this API. */
export function readAnswer({ status, contentType, text }: Answer, server: URL): unknown {
  if (status >= 300 && status < 400) {
    throw failure(`${server.host}: redirects (${status}) instead of answering; correct the server's address`);
  }
  if (!/^application\/(problem\+)?json\b/i.test(contentType)) {
    const what = contentType.split(";")[0] || "nothing";
    throw failure(`${server.host}: answered ${status} with ${what} instead of JSON; is the server's address right?`);
  }
  const json = readJson(text, server);
  if (status >= 200 && status < 300) return json;
  const parsed = problem.safeParse(json);
  throw refusal(status, parsed.success ? parsed.data : {}, server);
}

function readJson(text: string, server: URL): unknown {
  try {
    return parseStrictJson(text, "the answer", { maxBytes: MAX_BYTES });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw failure(`${server.host}: ${error.message}`);
  }
}

function refusal(status: number, { title, detail, traceId, issues }: Problem, server: URL): CliError {
  const said = detail ?? title ?? `refused the request (${status})`;
  const hint = HINTS[status];
  const trace = traceId ? ` [trace ${traceId}]` : "";
  const message = `${server.host}: ${hint ? `${hint}. ` : ""}${said}${trace}`;
  if (status >= 500 || LATER.includes(status)) return failure(`${message} (${status})`);
  return badInput(message, issues ?? [], status);
}

/** An answer of the shape that the API promises; any other is a failure, never taken for the best. */
export function expectAnswer<S extends z.ZodType>(schema: S, answer: unknown, server: URL): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".") || "the whole";
  throw failure(`${server.host}: the answer is not what the API promises (${place}: ${issue?.message ?? "not valid"})`);
}
