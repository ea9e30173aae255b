import { z } from "zod";
import { REHEARSAL_CHECKED } from "@/lib/core/gate/span-attributes";
import type { RehearsalDocument } from "@/lib/core/rehearsal/schema";
import { type SendOptions, send } from "../commands/send";
import type { Io } from "../io";
import type { Connection } from "../server/connection";
import type { Attributes, Span, Telemetry } from "../telemetry/telemetry";

const freshness = z.looseObject({ state: z.string(), dueAt: z.string().nullish(), reason: z.string() });
const answer = z.looseObject({ id: z.string(), outcome: z.string(), freshness: freshness.optional() });

/** Where what is found out is told. */
export type SpanOf = { telemetry: Telemetry; span: Span };
/** A rehearsal, and what is sent: the document itself, or the file that it was read from. */
export type Sendable = { document: RehearsalDocument; body: unknown };

export const rehearsalAttributes = ({ service, environment }: RehearsalDocument): Attributes => ({
  "readiness.service": service,
  "deployment.environment.name": environment,
});

/** Records a rehearsal on the server and tells the collector how fresh the server found it. */
export async function sendRehearsal(
  io: Io,
  { document, body }: Sendable,
  options: SendOptions,
  { telemetry, span }: SpanOf,
  connection?: Connection,
): Promise<void> {
  const { service, environment } = document;
  const write = { method: "POST", path: "rehearsals", body } as const;
  const tell = ({ outcome, id, freshness: now }: z.output<typeof answer>) => {
    const judged = now ? `; ${now.reason}${now.dueAt ? `, the next is due ${now.dueAt}` : ""}` : "";
    return `Rehearsal of ${service} in ${environment} is recorded: ${outcome} (${id})${judged}`;
  };
  const { freshness: found } = await send(io, options, write, answer, tell, connection);
  if (!found) return;
  const isFresh = found.state === "fresh";
  const attributes = rehearsalAttributes(document);
  span.addEvent(REHEARSAL_CHECKED, {
    ...attributes,
    "readiness.rehearsal.state": found.state,
    "readiness.rehearsal.stale": !isFresh,
  });
  telemetry.metric(REHEARSAL_CHECKED, isFresh ? 1 : 0, { unit: "1", attributes });
}

/** How long the rollback took, dated when it ended, so that a rehearsal that is sent again makes no second point. */
export function recordDuration(telemetry: Telemetry, document: RehearsalDocument): void {
  const rollback = document.steps?.find(({ name, outcome }) => name === "rollback" && outcome !== "not_run");
  if (!rollback) return;
  const seconds = (Date.parse(rollback.finished_at) - Date.parse(rollback.started_at)) / 1000;
  telemetry.metric("deployment.rollback_rehearsal_duration", seconds, {
    unit: "s",
    timestamp: rollback.finished_at,
    attributes: { ...rehearsalAttributes(document), "readiness.rehearsal.outcome": document.outcome },
  });
}
