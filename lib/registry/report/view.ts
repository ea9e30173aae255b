import type { Severity } from "@/lib/core/incident/model";
import type { RehearsalOutcome } from "@/lib/registry/rehearsal/queries";
import type { LeadingNumbers } from "../readiness/view";

/** No week: the last one that is over. */
export type ReportRequest = { week?: string; service?: string; environment?: string };

export type WeekView = {
  /** 2026-W47 */
  id: string;
  from: string;
  /** Exclusive. */
  until: string;
  isOver: boolean;
  previous: string;
  /** Null: it has not begun. */
  next: string | null;
};
/** `total`: of all that there are, of which `items` are the first. */
export type Listed<T> = { total: number; items: T[] };

export type ShippedRelease = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  releasedAt: string;
  leadTimeSeconds: number | null;
  byBreakGlass: boolean;
  isRolledBack: boolean;
};
export type FrequentCheck = { checkId: string; title: string; releases: number };
export type BlockedRelease = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  /** What the last refusal of the week failed on, by title. */
  failing: string[];
  refusedAt: string;
  /** The gate has approved it later in the week. */
  isCleared: boolean;
};
export type BlockedView = Listed<BlockedRelease> & {
  cleared: number;
  /** Releases of which nothing but signatures was missing. */
  awaitingSignatures: number;
  checks: FrequentCheck[];
};
export type ReportedIncident = {
  id: string;
  reference: string;
  title: string;
  severity: Severity;
  state: string;
  service: string;
  declaredAt: string;
  resolvedAt: string | null;
};
export type ReportedItem = {
  id: string;
  title: string;
  owner: string;
  dueAt: string;
  incidentId: string;
  reference: string;
};
export type ReportedWaiver = {
  id: string;
  checkId: string;
  finding: string | null;
  service: string;
  version: string | null;
  grantedBy: string;
  grantedAt: string;
  expiresAt: string;
};
export type ReportedRehearsal = {
  id: string;
  service: string;
  environment: string;
  outcome: RehearsalOutcome;
  finishedAt: string;
};
export type DuePlace = { service: string; environment: string; reason: string; dueAt: string | null };

export type WeeklyReport = {
  week: WeekView;
  service: string | null;
  environment: string | null;
  /** In plain words, computed from what follows. */
  summary: string;
  numbers: LeadingNumbers;
  shipped: Listed<ShippedRelease>;
  blocked: BlockedView;
  incidents: Listed<ReportedIncident> & { open: number };
  postmortems: {
    published: number;
    overdue: { incidentId: string; reference: string; title: string; dueAt: string }[];
  };
  overdueItems: Listed<ReportedItem>;
  waivers: { granted: Listed<ReportedWaiver>; expiring: Listed<ReportedWaiver> };
  /** `due`: places that are stale or fall due within seven days, as of now; null for a week that is long over. */
  rehearsals: { done: Listed<ReportedRehearsal>; missed: number; due: DuePlace[] | null };
  now: string;
};
