import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, Performance } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { readJsonParts, shaped } from "../json-parts";

const count = z.number().int().nonnegative();
const milliseconds = z.number().nonnegative();
const report = z.object({
  connections: count,
  pipelining: count.default(1),
  duration: z.number().nonnegative(),
  errors: count,
  mismatches: count.default(0),
  non2xx: count,
  "3xx": count.default(0),
  latency: z.object({ p50: milliseconds, p97_5: milliseconds, p99: milliseconds }),
  requests: z.object({ total: count, sent: count.optional() }),
});
type Report = z.output<typeof report>;

/**
 * The JSON of autocannon (`-j`). It has no 95th percentile: its 97.5th stands for it, which is never lower. Failed are
 * responses outside of 2xx and 3xx, those with a wrong body, and requests that got no response.
 */
export const autocannon: Adapter = {
  name: "autocannon",
  title: "autocannon JSON",
  kind: "performance",
  detects(head) {
    const { connections, non2xx, latency } = jsonHead(head);
    return typeof connections === "number" && typeof non2xx === "number" && "p97_5" in asObject(latency);
  },
  async read(io, path, sink) {
    await readJsonParts(io, path, {
      $: (value, where) => {
        const read = shaped(report, value, where);
        sink.performance(measured(read, path));
        sink.duration(read.duration);
      },
    });
  },
};

function measured(read: Report, path: string): Performance {
  const responses = read.requests.total;
  const lost = Math.max(read.errors, unanswered(read));
  if (responses + lost === 0) throw badInput(`${path}: no request was made`);
  const bad = Math.max(read.non2xx - read["3xx"], 0) + read.mismatches;
  const errorRate = (Math.min(bad, responses) + lost) / (responses + lost);
  if (responses === 0) return { errorRate };
  const { p50, p97_5, p99 } = read.latency;
  return { latencyP50Ms: p50, latencyP95Ms: p97_5, latencyP99Ms: p99, errorRate };
}

/** Requests whose connection was cut are sent again without a word; at the end as many as fit may be under way. */
function unanswered({ requests, connections, pipelining }: Report): number {
  if (requests.sent === undefined) return 0;
  return Math.max(requests.sent - requests.total - connections * pipelining, 0);
}
