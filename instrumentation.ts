/** Next runs this once for each server process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startTelemetry } = await import("@/lib/observability/telemetry");
  startTelemetry();
  const { startServerWorker } = await import("@/lib/jobs/worker");
  startServerWorker();
  const { endStreamsAtShutdown } = await import("@/lib/web/open-streams");
  endStreamsAtShutdown();
}
