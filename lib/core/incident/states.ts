import { DomainError } from "../errors";
import type { AnyIncidentState } from "./model";

/** Where an incident stands, and since when. What has not happened, or no longer holds, is null. */
export type IncidentStanding = {
  state: AnyIncidentState;
  acknowledgedAt: Date | null;
  mitigatedAt: Date | null;
  resolvedAt: Date | null;
  publishedAt: Date | null;
  closedAt: Date | null;
};

/** What can happen to an incident's state. `reopen`: what was thought resolved goes on. `merge`: it was a duplicate. */
export const INCIDENT_STEPS = [
  "acknowledge",
  "mitigating",
  "mitigated",
  "resolve",
  "publish",
  "close",
  "reopen",
  "merge",
] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

const whileOpen: readonly IncidentStep[] = ["mitigating", "mitigated", "resolve", "merge"];

/** Stages may be passed over, for whoever mitigates at once has no time to say so; none but the named are gone back. */
const NEXT: Record<AnyIncidentState, readonly IncidentStep[]> = {
  declared: ["acknowledge", ...whileOpen],
  acknowledged: whileOpen,
  mitigating: ["mitigated", "resolve", "merge"],
  mitigated: ["mitigating", "resolve", "merge"],
  resolved: ["publish", "close", "reopen"],
  published: ["close", "reopen"],
  closed: [],
  merged: [],
};

const LEADS_TO: Record<IncidentStep, AnyIncidentState> = {
  acknowledge: "acknowledged",
  mitigating: "mitigating",
  mitigated: "mitigated",
  resolve: "resolved",
  publish: "published",
  close: "closed",
  reopen: "acknowledged",
  merge: "merged",
};

/** What can happen next to an incident in this state. */
export const nextSteps = (state: AnyIncidentState): readonly IncidentStep[] => NEXT[state];

/** What cannot be done to an incident in this state, said to whoever tried. */
export function standsAs(state: AnyIncidentState): string {
  if (state === "merged") return "was merged into another one";
  if (state === "declared") return "was only just declared";
  return state === "mitigating" ? "is being mitigated already" : `is ${state} already`;
}

/**
 * The standing after a step at `at`, or `conflict` saying where the incident stands. An open incident has no time of
 * resolution and every ended one has: what blocks a gate is never both. Pure.
 */
export function stepIncident(before: IncidentStanding, step: IncidentStep, at: Date): IncidentStanding {
  if (!NEXT[before.state].includes(step)) {
    throw new DomainError("conflict", `This incident ${standsAs(before.state)}.`);
  }
  const after = { ...before, state: LEADS_TO[step] };
  if (step === "reopen") {
    const acknowledgedAt = before.acknowledgedAt ?? at;
    return { ...after, acknowledgedAt, mitigatedAt: null, resolvedAt: null, publishedAt: null };
  }
  if (step === "resolve" || step === "merge") return { ...after, resolvedAt: at };
  if (step === "publish") return { ...after, publishedAt: at };
  if (step === "close") return { ...after, closedAt: at };
  // Whoever works on it has seen it.
  const acknowledgedAt = before.acknowledgedAt ?? at;
  return { ...after, acknowledgedAt, mitigatedAt: step === "mitigated" ? at : null };
}
