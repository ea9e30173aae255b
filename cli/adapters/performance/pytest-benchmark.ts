import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, Performance, ReportedTest } from "../adapter";
import { asObject, jsonHead } from "../json-head";
import { expectKind, readJsonParts, shaped } from "../json-parts";
import { nearestRank } from "./percentile";

const seconds = z.number().nonnegative();
const benchmark = z.object({
  name: z.string().min(1),
  fullname: z.string().min(1),
  stats: z.object({
    median: seconds,
    total: seconds.optional(),
    iterations: z.number().positive().optional(),
    data: z.array(seconds).min(1).optional(),
  }),
});
type Benchmark = z.output<typeof benchmark>;

const MILLISECONDS = 1000;
/** A benchmark with the times of a million rounds, indented, is smaller. */
const LIMITS = { valueBytes: 64 * 1024 * 1024 };

/**
 * The JSON of pytest-benchmark. Each benchmark is a test that passed: pytest leaves failed ones out, and fails. The
 * slowest benchmark's percentiles are the suite's; 95% and 99% are known only where the file holds every round's time, as
 * --benchmark-json writes it.
 */
export const pytestBenchmark: Adapter = {
  name: "pytest-benchmark",
  title: "pytest-benchmark JSON",
  kind: "performance",
  detects(head) {
    const { machine_info, commit_info, benchmarks } = jsonHead(head);
    const isList = Array.isArray(benchmarks) || benchmarks === undefined;
    return "python_version" in asObject(machine_info) && isList && typeof (commit_info ?? {}) === "object";
  },
  async read(io, path, sink) {
    const all: Performance[] = [];
    const parts = {
      "$.benchmarks#": expectKind(["array"]),
      "$.benchmarks.*": (value: unknown, where: string) => {
        const one = shaped(benchmark, value, where);
        if (all.length === 0) sink.tested();
        sink.test(testOf(one));
        all.push(latencies(one));
      },
    };
    await readJsonParts(io, path, parts, LIMITS);
    if (all.length === 0) throw badInput(`${path}: holds no benchmark`);
    sink.performance(slowest(all));
  },
};

function testOf({ name, fullname, stats }: Benchmark): ReportedTest {
  const [file = "", ...place] = fullname.split("::");
  const group = place.slice(0, -1).join("::");
  const durationMs = stats.total === undefined ? undefined : stats.total * (stats.iterations ?? 1) * MILLISECONDS;
  return {
    name,
    execution: "passed",
    ...(place.length > 0 ? { file } : {}),
    ...(group ? { group } : {}),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
}

function latencies({ stats }: Benchmark): Performance {
  const sorted = [...(stats.data ?? [])].sort((one, other) => one - other);
  const at = (percent: number) => inMilliseconds(nearestRank(sorted, percent));
  return { latencyP50Ms: inMilliseconds(stats.median), latencyP95Ms: at(95), latencyP99Ms: at(99) };
}

const inMilliseconds = (value: number | null) => (value === null ? undefined : value * MILLISECONDS);

/** A percentile that one benchmark lacks is not known of the suite: that one might be the slowest. */
function slowest(all: readonly Performance[]): Performance {
  const worst: Performance = {};
  for (const name of ["latencyP50Ms", "latencyP95Ms", "latencyP99Ms"] as const) {
    const values = all.flatMap((each) => each[name] ?? []);
    if (values.length === all.length) worst[name] = values.reduce((one, other) => Math.max(one, other), 0);
  }
  return worst;
}
