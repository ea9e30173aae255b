import { digestOf } from "@/lib/core/digest";
import { version } from "@/package.json";
import { type CliError, failure } from "../exit";
import type { Io } from "../io";
import { tracingHeaders } from "../telemetry/context";
import { type Answer, readAnswer } from "./answer";
import type { Connection } from "./connection";

/** Every write carries a key, so each call may be repeated safely. */
export type Call = { path: string } & (
  | { method: "GET" }
  | { method: "POST" | "PUT"; body: unknown; idempotencyKey: string }
);

const BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 10_000;

/**
 * Asks the server and gives its JSON answer. Network failures, timeouts and 503 are tried again, with growing pauses.
 * Throws a `CliError`: bad input for what the server refuses, failure for everything that is not a proper answer.
 */
export async function callServer(io: Io, connection: Connection, call: Call): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(connection, call);
    if (outcome.kind === "answer") return readAnswer(outcome.answer, connection.server);
    if (attempt >= connection.retries) throw outcome.error;
    await io.sleep(Math.min(BACKOFF_MS * 2 ** attempt, LONGEST_BACKOFF_MS));
  }
}

/** One and the same submission has one key: sending it again, in a later run too, changes nothing. */
export function keyOfRequest(method: string, path: string, body: unknown): string {
  return digestOf({ method, path, body: JSON.parse(JSON.stringify(body)) });
}

type Outcome = { kind: "answer"; answer: Answer } | { kind: "again"; error: CliError };
const MAX_ANSWER_BYTES = 20 * 1024 * 1024;

async function attemptOnce({ server, token, timeoutMs }: Connection, call: Call): Promise<Outcome> {
  const again = (message: string): Outcome => ({ kind: "again", error: failure(`${server.host}: ${message}`) });
  const headers = new Headers({
    accept: "application/json",
    authorization: `Bearer ${token}`,
    "user-agent": `readiness-cli/${version}`,
    ...tracingHeaders(),
  });
  if (call.method !== "GET") {
    headers.set("content-type", "application/json");
    headers.set("idempotency-key", call.idempotencyKey);
  }
  const signal = AbortSignal.timeout(Math.ceil(timeoutMs));
  try {
    const body = call.method === "GET" ? null : JSON.stringify(call.body);
    const request = { method: call.method, headers, body, signal, redirect: "manual" } satisfies RequestInit;
    const response = await fetch(new URL(`api/v1/${call.path}`, server), request);
    if (response.status === 503) return again(await unavailable(response));
    const text = await readLimited(response);
    if (text === null) throw failure(`${server.host}: the answer is larger than ${MAX_ANSWER_BYTES} bytes`);
    const { status, headers: answered } = response;
    return { kind: "answer", answer: { status, contentType: answered.get("content-type") ?? "", text } };
  } catch (error) {
    if (signal.aborted) return again(`no answer within ${timeoutMs / 1000} s`);
    if (error instanceof TypeError) return again(`cannot be reached (${reasonOf(error)})`);
    throw error;
  }
}

async function unavailable(response: Response): Promise<string> {
  const detail = /"detail"\s*:\s*"([^"\\]{1,500})"/.exec((await readLimited(response)) ?? "")?.[1];
  return `is not available (503)${detail ? `: ${detail}` : ""}`;
}

/** Null when the answer is larger than any that the API gives. */
async function readLimited(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The fetch of Node hides the reason (ECONNREFUSED …) in the cause. */
function reasonOf(error: TypeError): string {
  const { cause } = error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : error.message;
}
