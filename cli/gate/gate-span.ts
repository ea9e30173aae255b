import {
  GATE_SPAN,
  gateSpanAttributes,
  REHEARSAL_CHECKED,
  rehearsalCheckedAttributes,
} from "@/lib/core/gate/span-attributes";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { NamedRelease } from "../server/target";
import type { Attributes, Telemetry } from "../telemetry/telemetry";

type Judged = { verdict: Verdict; release: Partial<NamedRelease> };

/** Judges inside a span `deployment.gate` that carries the verdict, the failing checks and the rehearsal's freshness. */
export function inGateSpan<T extends Judged>(telemetry: Telemetry, judge: () => Promise<T>): Promise<T> {
  return telemetry.span(GATE_SPAN, {}, async (span) => {
    const judged = await judge();
    const { verdict, release } = judged;
    const place = placeOf(release);
    span.setAttributes({ ...place, ...versionOf(release), ...gateSpanAttributes(verdict) });
    if (verdict.verdict !== "approve") span.fail(verdict.summary);
    const checked = rehearsalCheckedAttributes(verdict);
    if (checked) {
      span.addEvent(REHEARSAL_CHECKED, checked);
      const isFresh = checked["readiness.rehearsal.stale"] === false;
      telemetry.metric(REHEARSAL_CHECKED, isFresh ? 1 : 0, { unit: "1", attributes: place });
    }
    return judged;
  });
}

const versionOf = ({ version }: Partial<NamedRelease>): Attributes =>
  version === undefined ? {} : { "readiness.release.version": version };

const placeOf = ({ service, environment }: Partial<NamedRelease>): Attributes => ({
  ...(service === undefined ? {} : { "readiness.service": service }),
  ...(environment === undefined ? {} : { "deployment.environment.name": environment }),
});
