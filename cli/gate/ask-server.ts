import { z } from "zod";
import { ROLES } from "@/lib/core/access";
import type { Io } from "../io";
import { expectAnswer } from "../server/answer";
import { callServer } from "../server/client";
import type { Connection } from "../server/connection";
import { namedRelease, releasePath, resolveRelease, type TargetOptions } from "../server/target";
import { type Judged, subjectOf, toldRelease } from "./judged";
import { verdictAnswer } from "./verdict-schema";

const decided = z.looseObject({
  decisionId: z.string().min(1),
  verdict: verdictAnswer,
  traceId: z.string().nullish(),
});

/** Has the server judge the release that the options name, and store its decision. */
export async function askServer(
  io: Io,
  connection: Connection,
  options: TargetOptions,
  idempotencyKey?: string,
): Promise<Judged> {
  return decideOn(io, connection, options, await resolveRelease(io, connection, options), idempotencyKey);
}

/** The same of a release whose id is known. A key serves one evaluation: another one judges anew. */
export async function decideOn(
  io: Io,
  connection: Connection,
  options: TargetOptions,
  id: string,
  idempotencyKey: string = io.randomId(),
): Promise<Judged> {
  const path = releasePath(id, "gate");
  const answer = await callServer(io, connection, { method: "POST", path, body: {}, idempotencyKey });
  const { verdict, decisionId, traceId } = expectAnswer(decided, answer, connection.server);
  const context = { subject: subjectIn(io, options), decisionId, traceId: traceId ?? null, unverified: false };
  return { verdict, record: answer, context, release: toldRelease(io, options) };
}

export const subjectIn = (io: Io, options: TargetOptions): string =>
  options.release ?? subjectOf(namedRelease(io, options));

/** A server that does not tell them yet knows no rejections; the wait then ends at its deadline. */
const previewed = z.looseObject({
  verdict: verdictAnswer,
  rejections: z
    .array(z.looseObject({ name: z.string(), role: z.enum(ROLES).or(z.string()), reason: z.string().nullable() }))
    .default([]),
  endedAt: z.string().nullish(),
});
export type Preview = z.output<typeof previewed>;

/** What the gate would say now. The server stores nothing, and nothing ships on it. */
export async function previewGate(io: Io, connection: Connection, id: string): Promise<Preview> {
  const answer = await callServer(io, connection, { method: "GET", path: releasePath(id, "gate") });
  return expectAnswer(previewed, answer, connection.server);
}
