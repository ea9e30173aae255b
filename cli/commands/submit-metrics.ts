import { z } from "zod";
import { parseMetrics } from "@/lib/core/metrics/parse";
import { type MetricsDocument, measuredIn } from "@/lib/core/metrics/schema";
import { readJson } from "../files/read";
import { writeJson } from "../files/write";
import { type Io, setting } from "../io";
import { agree } from "../scorecard/build";
import { required } from "../server/target";
import { destinationsOf } from "../telemetry/destination";
import { openTelemetry } from "../telemetry/telemetry";
import { type SendOptions, send } from "./send";

export type MetricsOptions = SendOptions & { service?: string; environment?: string; commit?: string };

const answer = z.looseObject({ id: z.string(), runId: z.string(), duplicate: z.boolean() });

/** Sends `readiness_metrics.json`, and what no collector has yet to the collector too. */
export async function submitMetrics(io: Io, file: string, options: MetricsOptions): Promise<void> {
  const service = required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE");
  const document = await readJson(io, file);
  const parsed = parseMetrics(document);
  agree(parsed, "environment", options.environment ?? setting(io, "READINESS_ENVIRONMENT"));
  agree(parsed, "commit", options.commit);
  const write = { method: "POST", path: "metrics", body: { service, document: measuredIn(document) } } as const;
  await send(io, options, write, answer, ({ runId, duplicate, id }) => {
    return `Metrics of run ${runId} ${duplicate ? "were stored before" : "are stored"} (${id})`;
  });
  if (parsed.exported === false && (await exportPoints(io, service, parsed))) {
    await writeJson(io, file, { ...parsed, exported: true });
  }
}

/** Whether a collector got them. Sending a point again changes nothing: it has its own time. */
async function exportPoints(io: Io, service: string, document: MetricsDocument): Promise<boolean> {
  if (!destinationsOf(io.env)?.metrics) return false;
  const { environment, commit, run_id: run, metrics, taken_at: takenAt } = document;
  const telemetry = await openTelemetry(io, {
    "readiness.service": service,
    "readiness.run.id": run,
    "deployment.environment.name": environment,
    "vcs.ref.head.revision": commit,
  });
  for (const { name, value, unit, attributes, timestamp = takenAt } of metrics) {
    telemetry.metric(name, value, {
      timestamp,
      ...(unit === undefined ? {} : { unit }),
      ...(attributes === undefined ? {} : { attributes }),
    });
  }
  return (await telemetry.close()).exported;
}
