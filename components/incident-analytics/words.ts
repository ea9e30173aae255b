import type { AnyIncidentState } from "@/lib/core/incident/model";

/** What an incident waits for while it is in a state. */
export const WAITING_WORDS: Partial<Record<AnyIncidentState, string>> = {
  declared: "until somebody acknowledged it",
  acknowledged: "until the mitigation began",
  mitigating: "until it was mitigated",
  mitigated: "until it was resolved",
  resolved: "until the postmortem was published",
  published: "until it was closed",
};
