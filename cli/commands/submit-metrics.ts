import { z } from "zod";
import { parseMetrics } from "@/lib/core/metrics/parse";
import { readJson } from "../files/read";
import { type Io, setting } from "../io";
import { agree } from "../scorecard/build";
import { required } from "../server/target";
import { type SendOptions, send } from "./send";

export type MetricsOptions = SendOptions & { service?: string; environment?: string; commit?: string };

const answer = z.looseObject({ id: z.string(), runId: z.string(), duplicate: z.boolean() });

/** Sends `readiness_metrics.json`. */
export async function submitMetrics(io: Io, file: string, options: MetricsOptions): Promise<void> {
  const service = required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE");
  const document = await readJson(io, file);
  const parsed = parseMetrics(document);
  agree(parsed, "environment", options.environment ?? setting(io, "READINESS_ENVIRONMENT"));
  agree(parsed, "commit", options.commit);
  const write = { method: "POST", path: "metrics", body: { service, document } } as const;
  await send(io, options, write, answer, ({ runId, duplicate, id }) => {
    return `Metrics of run ${runId} ${duplicate ? "were stored before" : "are stored"} (${id})`;
  });
}
