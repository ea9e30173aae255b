import type { Tone } from "@/components/ui/status";
import type { AnyIncidentState, LinkKind, ResponseRole, Severity } from "@/lib/core/incident/model";

type Word = { tone: Tone; label: string };

export const STATE_WORDS: Record<AnyIncidentState, Word> = {
  declared: { tone: "no-go", label: "Declared" },
  acknowledged: { tone: "waiver", label: "Acknowledged" },
  mitigating: { tone: "waiver", label: "Mitigating" },
  mitigated: { tone: "info", label: "Mitigated" },
  resolved: { tone: "go", label: "Resolved" },
  published: { tone: "go", label: "Postmortem published" },
  closed: { tone: "unknown", label: "Closed" },
  merged: { tone: "unknown", label: "Merged" },
};

export const SEVERITY_TONES: Record<Severity, Tone> = { sev1: "no-go", sev2: "waiver", sev3: "info" };

/** What each severity means, for whoever has to choose one. */
export const SEVERITY_MEANINGS: Record<Severity, string> = {
  sev1: "Users cannot work; stops the service's releases",
  sev2: "Users are hindered",
  sev3: "Hardly noticed",
};

export const ROLE_WORDS: Record<ResponseRole, string> = {
  commander: "Commander",
  operations: "Operations",
  communications: "Communications",
  scribe: "Scribe",
};

export const LINK_WORDS: Record<LinkKind, string> = {
  release: "Release",
  scorecard: "Scorecard",
  manifest: "Manifest",
  decision: "Decision",
  waiver: "Waiver",
  rehearsal: "Rehearsal",
  deployment: "Deployment",
  incident: "Incident",
  url: "Page",
};
