import type { AgeClass, ItemCompletion } from "@/lib/core/action-item/ageing";
import type { Mean, ServiceMeasures, SeverityMeasures } from "@/lib/core/incident/analytics";
import type { IncidentNumbers } from "@/lib/core/incident/comparison";
import type { Severity } from "@/lib/core/incident/model";
import type { TimeInState } from "@/lib/core/incident/time-in-state";
import type { Timeliness } from "@/lib/core/incident/timeliness";

export type AttributedFailure = {
  incidentId: string;
  reference: string;
  title: string;
  severity: Severity;
  releaseId: string;
  service: string;
  version: string;
  /** A person named the release, or it was the last one within the policy's window. */
  basis: "explicit" | "window";
};
export type Stretch = { from: string; until: string } & Record<Severity, number> & { timeToResolve: Mean };

/** Measures of the incidents declared in a period. Means in milliseconds; null: there is nothing to average. */
export type IncidentAnalytics = {
  period: { id: string; from: string; until: string };
  service: string | null;
  severity: Severity | null;
  current: IncidentNumbers;
  /** Of the period as long right before it. */
  previous: IncidentNumbers;
  open: number;
  bySeverity: SeverityMeasures[];
  byService: ServiceMeasures[];
  timeInState: TimeInState;
  stretches: Stretch[];
  postmortems: { publish: Timeliness; complete: Timeliness };
  /** Of the items opened in the period. */
  items: ItemCompletion;
  /** Of all that are open now. */
  itemAges: AgeClass[];
  attributions: AttributedFailure[];
  /** The window within which a rollout is held against a release that nobody named. */
  windowHours: number;
  now: string;
};
