import { GATE_METRICS } from "@/lib/core/metrics/schema";
import type { ChecklistItem } from "./item";

export type RunbookFacts = {
  /** Metric names in the snapshots of this release; null: none has arrived. */
  seen: readonly string[] | null;
  /** The service's release before, in the same environment; null: there was none. `names` null: no snapshot of it. */
  before: { version: string; names: readonly string[] | null } | null;
  /** The service's metric catalogue. */
  catalogue: readonly { name: string; hasRunbook: boolean }[];
  /** What people confirmed, oldest first. A name that is not among `metrics` was not confirmed. */
  confirmations: readonly { metrics: readonly string[]; reason: string; by: string }[];
};

/**
 * Names that this release measures and the one before did not. Without one before to compare with, every name is new
 * but the four that every gate reads, which no release introduces.
 */
export function newMetrics({ seen, before }: RunbookFacts): string[] {
  const known = new Set<string>(before?.names ?? GATE_METRICS);
  return [...new Set(seen ?? [])].filter((name) => !known.has(name)).sort();
}

/** The new names that lack an entry with a runbook and that nobody confirmed. */
export function undocumented(facts: RunbookFacts): string[] {
  const documented = new Set(facts.catalogue.filter(({ hasRunbook }) => hasRunbook).map(({ name }) => name));
  const confirmed = new Set(facts.confirmations.flatMap(({ metrics }) => metrics));
  return newMetrics(facts).filter((name) => !documented.has(name) && !confirmed.has(name));
}

/** Whether a person may confirm: names lack a runbook, or nothing tells which names there are. */
export function canConfirm(facts: RunbookFacts): boolean {
  return facts.seen === null ? facts.confirmations.length === 0 : undocumented(facts).length > 0;
}

export function runbooksItem(service: string, runbooks: RunbookFacts): ChecklistItem {
  const { seen, before, confirmations } = runbooks;
  const item = { id: "runbooks", title: "Observability runbooks updated if new metrics introduced" } as const;
  const evidence = { label: "Metric catalogue", path: `/settings/metrics?service=${encodeURIComponent(service)}` };
  const last = confirmations.at(-1);
  const confirmed = last ? `${last.by} confirmed: ${last.reason}` : null;
  if (seen === null) {
    const why = confirmed ?? "No metrics of this release have arrived, so new ones cannot be ruled out.";
    return { ...item, state: confirmed ? "done" : "open", why, evidence };
  }
  const fresh = newMetrics(runbooks);
  if (fresh.length === 0) {
    const why = before ? `No metric is new since ${before.version}.` : "No metric beyond those of the gate.";
    return { ...item, state: "not_needed", why, evidence };
  }
  const open = undocumented(runbooks);
  if (open.length > 0) {
    return { ...item, state: "open", why: `New without a runbook: ${open.join(", ")}.`, evidence };
  }
  const why = confirmed ?? `Each new metric has a runbook: ${fresh.join(", ")}.`;
  return { ...item, state: "done", why, evidence };
}
