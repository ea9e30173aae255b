import { isSpanContextValid, trace } from "@opentelemetry/api";
import { SUITE_FAILED } from "@/lib/core/event/suite-failed";
import { log } from "./log";

export type SuiteFailure = {
  tenant: string;
  service: string;
  environment: string;
  owner: string;
  suite: string;
  run: string;
  reasons: string[];
};

/** Tells the request's span and the log that a suite failed, in the words that alerts are made of. */
export function announceSuiteFailure({ tenant, service, environment, owner, suite, run, reasons }: SuiteFailure): void {
  const span = trace.getActiveSpan();
  span?.addEvent(SUITE_FAILED, {
    "readiness.service": service,
    "readiness.suite": suite,
    "readiness.owner": owner,
    "readiness.run.id": run,
    "deployment.environment.name": environment,
  });
  const context = span?.spanContext();
  const ids = context && isSpanContextValid(context) ? { trace_id: context.traceId, span_id: context.spanId } : {};
  const about = { tenant, environment, command: "scorecard.submit", artifact: run, ...ids, outcome: "failed" };
  log.warn({ ...about, event: SUITE_FAILED, owner, service, suite, reasons }, SUITE_FAILED);
}
