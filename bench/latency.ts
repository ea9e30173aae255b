export type Latency = {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  errorRate: number;
  requests: number;
  seconds: number;
};

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Asks `urls` in turn, `requests` times in all on four connections, and measures each answer to its last byte. */
export async function measureLatency(
  urls: string[],
  headers: Record<string, string>,
  requests = 400,
): Promise<Latency> {
  const times: number[] = [];
  let errors = 0;
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < requests) {
      const url = urls[next++ % urls.length] as string;
      const begun = performance.now();
      const response = await fetch(url, { headers, redirect: "manual" }).catch(() => null);
      await response?.arrayBuffer();
      if (!response || response.status >= 400) errors += 1;
      times.push(performance.now() - begun);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const sorted = times.sort((one, other) => one - other);
  return {
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    p99Ms: quantile(sorted, 0.99),
    errorRate: errors / requests,
    requests,
    seconds: (performance.now() - started) / 1000,
  };
}
