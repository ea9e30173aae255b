import type { RehearsalFreshness } from "@/lib/core/rehearsal/freshness";
import type { ChecklistItem, ItemState } from "./item";
import { type RunbookFacts, runbooksItem } from "./runbooks";

export type Checklist = { items: ChecklistItem[]; done: number; open: number };

/** `digest` null: of an archive that is being made, which cannot hold its own. */
export type ArchiveFact = { digest: string | null; artifacts: number; approvers: readonly string[] };
/** As judged at the rollout (now, before there was one), and as it is now. */
export type RehearsalJudged = Pick<RehearsalFreshness, "state" | "reason">;
export type ChecklistFacts = {
  releaseId: string;
  service: string;
  environment: string;
  /** Whether the rollout has succeeded: what comes after it cannot be done before. */
  released: boolean;
  archive: ArchiveFact | null;
  /** `maxAgeDays` null: no policy says how old a rehearsal may be. */
  rehearsal: { atRollout: RehearsalJudged; now: RehearsalJudged; required: boolean; maxAgeDays: number | null };
  /** Null: the change board was not told yet. `at` in RFC 3339. */
  notified: { at: string; recipients: readonly string[] } | null;
  runbooks: RunbookFacts;
};

/**
 * The checklist of a release, computed from what is on record; nothing in it is ticked by hand but a confirmation with a
 * reason where data cannot tell. Pure. Source: "Release lifecycle" of the domain rules.
 */
export function checklist(facts: ChecklistFacts): Checklist {
  const items = [
    archivedItem(facts),
    rehearsalItem(facts),
    notifiedItem(facts),
    runbooksItem(facts.service, facts.runbooks),
  ];
  const count = (state: ItemState) => items.filter((item) => item.state === state).length;
  return { items, done: count("done"), open: count("open") };
}

const AFTER = "It follows when the rollout has succeeded.";

function archivedItem({ archive, released, releaseId }: ChecklistFacts): ChecklistItem {
  const item = { id: "archived", title: "Release manifest archived with hashes and approvers" } as const;
  if (!archive) {
    return { ...item, state: "open", why: released ? "It is not archived yet." : AFTER, evidence: null };
  }
  const { artifacts, approvers, digest } = archive;
  const evidence = {
    label: digest ? `Archive ${digest.slice(0, 19)}…` : "This archive",
    path: `/api/v1/releases/${releaseId}/archive`,
  };
  if (artifacts === 0) return { ...item, state: "open", why: "The archive names no artifact hash.", evidence };
  const hashes = `${artifacts} artifact ${artifacts === 1 ? "hash" : "hashes"}`;
  const people = approvers.length > 0 ? `approved by ${approvers.join(", ")}` : "with no approval on record";
  return { ...item, state: approvers.length > 0 ? "done" : "open", why: `${hashes}, ${people}.`, evidence };
}

function rehearsalItem({ rehearsal, released, service, environment }: ChecklistFacts): ChecklistItem {
  const { maxAgeDays, required, atRollout, now } = rehearsal;
  const within = maxAgeDays === null ? "in time" : `within ${maxAgeDays} days`;
  const item = { id: "rehearsal", title: `Rollback rehearsal completed ${within}` } as const;
  const path = `/rehearsals?service=${encodeURIComponent(service)}&environment=${encodeURIComponent(environment)}`;
  const evidence = { label: "Rehearsals", path };
  if (maxAgeDays !== null && !required) {
    return { ...item, state: "not_needed", why: "The gate policy asks for no rehearsal.", evidence };
  }
  if (atRollout.state === "fresh") {
    return { ...item, state: "done", why: `${released ? "At the rollout: " : ""}${atRollout.reason}.`, evidence };
  }
  if (released && now.state === "fresh") {
    return { ...item, state: "done", why: `At the rollout ${atRollout.reason}; one has passed since.`, evidence };
  }
  return { ...item, state: "open", why: `${released ? "At the rollout: " : ""}${atRollout.reason}.`, evidence };
}

function notifiedItem({ notified, released, releaseId }: ChecklistFacts): ChecklistItem {
  const item = { id: "notified", title: "Change board notified with the deployment summary" } as const;
  if (!notified) {
    return { ...item, state: "open", why: released ? "It has not been notified yet." : AFTER, evidence: null };
  }
  const evidence = { label: "After release", path: `/releases/${releaseId}#after-release` };
  const { recipients } = notified;
  if (recipients.length === 0) {
    const why = "The summary reached nobody: no member of the change board and no channel takes it.";
    return { ...item, state: "open", why, evidence };
  }
  return { ...item, state: "done", why: `The summary went to ${recipients.join(", ")}.`, evidence };
}
