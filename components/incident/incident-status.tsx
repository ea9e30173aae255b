import { Status } from "@/components/ui/status";
import { type AnyIncidentState, SEVERITY_WORDS, type Severity } from "@/lib/core/incident/model";
import { SEVERITY_TONES, STATE_WORDS } from "./words";

export function IncidentStatus({ state, size = "sm" }: { state: AnyIncidentState; size?: "sm" | "md" }) {
  return <Status {...STATE_WORDS[state]} size={size} />;
}

/** `pill` marks it on the incident's own page, where it is the first thing to see. */
export function SeverityMark({ severity, pill }: { severity: Severity; pill?: boolean }) {
  return <Status tone={SEVERITY_TONES[severity]} label={SEVERITY_WORDS[severity]} size="sm" pill={pill} />;
}
