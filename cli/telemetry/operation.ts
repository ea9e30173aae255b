import type { Io } from "../io";
import { openTelemetry, type Span, type Telemetry } from "./telemetry";

/**
 * Runs one command in a span `operation.execute`, the parent of all that it does, here and on the server, and exports
 * what was recorded when it has ended.
 */
export async function inOperation<T>(
  io: Io,
  command: string,
  run: (telemetry: Telemetry, span: Span) => Promise<T>,
): Promise<T> {
  const telemetry = await openTelemetry(io, {});
  try {
    return await telemetry.span("operation.execute", { command, outcome: "error" }, async (span) => {
      const result = await run(telemetry, span);
      span.setAttributes({ outcome: "ok" });
      return result;
    });
  } finally {
    await telemetry.close();
  }
}
