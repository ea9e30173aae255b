import type { Actor, PersonActor } from "@/lib/core/access";
import { dueAtFor } from "@/lib/core/action-item/due";
import { DomainError } from "@/lib/core/errors";
import { incidentReference } from "@/lib/core/incident/model";
import type { ContentField, PostmortemContent } from "@/lib/core/incident/postmortem/model";
import { timelineLines } from "@/lib/core/incident/postmortem/prefill";
import { timelineEntries } from "../incident/timeline/entries";
import { read } from "../read";
import { lastCommanders } from "./commander";
import { latestFields, savesOf } from "./content";
import { type PostmortemNow, postmortemNow } from "./deadlines";
import { findPostmortem, reachedIncident } from "./find";
import { type OwedPostmortem, owedPostmortems } from "./owed";
import { paperView } from "./paper-view";
import { awaitedReviews } from "./reviews";
import type { DuePostmortem, PostmortemSummary, PostmortemView } from "./view";

/** The postmortem of an incident with all that its pages show. */
export async function postmortemView(actor: Actor, incidentId: string): Promise<PostmortemView> {
  return read(actor, async (tx, now) => {
    const row = await reachedIncident(tx, actor, incidentId);
    const current = await postmortemNow(tx, row, now);
    return {
      ...summaryOf(current, now),
      incident: {
        ...{ id: row.id, reference: incidentReference(row.number), title: row.title },
        ...{ isOver: row.resolvedAt !== null, isMerged: row.state === "merged" },
      },
      paper: current.paper && (await paperView(tx, row, current.paper)),
      timeline: timelineLines(await timelineEntries(tx, row.tenantId, row.id), row.detectedAt),
      dueOn: dueAtFor(row.severity, current.policy, now).toISOString().slice(0, 10),
    };
  });
}

export function summaryOf({ standing, deadlines }: PostmortemNow, now: Date): PostmortemSummary {
  return {
    state: standing.state,
    publishedAt: standing.publishedAt?.toISOString() ?? null,
    completedAt: standing.completedAt?.toISOString() ?? null,
    deadlines: deadlines && {
      ...deadlines,
      publishBy: deadlines.publishBy.toISOString(),
      completeBy: deadlines.completeBy.toISOString(),
    },
    now: now.toISOString(),
  };
}

export type SaveView = { value: PostmortemContent[ContentField]; revision: number; by: string; at: string };
const MOST_SAVES = 100;

/** Every text that a field has had, the last one first: at most a hundred. */
export async function fieldHistory(
  actor: Actor,
  incidentId: string,
  field: ContentField,
): Promise<{ saves: SaveView[]; now: string }> {
  return read(actor, async (tx, now) => {
    const row = await reachedIncident(tx, actor, incidentId);
    const saves = await savesOf(tx, { tenantId: row.tenantId, incidentId: row.id }, field, MOST_SAVES);
    return {
      saves: saves.map(({ isPrefilled: _, field: __, at, ...save }) => ({ ...save, at: at.toISOString() })),
      now: now.toISOString(),
    };
  });
}

export type ChangedField = { field: ContentField } & SaveView;

export type SavedSince = {
  /** Of the document now: whoever has these fields has seen everything up to it. */
  revision: number;
  /** Null: it was published. */
  draftVersion: number | null;
  fields: ChangedField[];
};

/** What was saved after a revision: for an open page, so that it shows what others write. */
export async function savedAfter(actor: Actor, incidentId: string, revision: number): Promise<SavedSince> {
  return read(actor, async (tx) => {
    const { tenantId, id } = await reachedIncident(tx, actor, incidentId);
    const paper = await findPostmortem(tx, tenantId, id);
    if (!paper) throw new DomainError("not_found", "Nobody has begun the postmortem of this incident.");
    const saved = await latestFields(tx, paper);
    const fresh = saved.filter((each) => each.revision > revision && each.revision <= paper.revision);
    const fields = fresh.map(({ isPrefilled: _, at, ...save }) => ({ ...save, at: at.toISOString() }));
    return { revision: paper.revision, draftVersion: paper.draftVersion, fields };
  });
}

/** Overdue postmortems for everybody; for whoever commanded the incident or is asked to review, those not yet due too. */
export async function duePostmortems(actor: PersonActor): Promise<{ items: DuePostmortem[]; now: string }> {
  return read(actor, async (tx, now) => {
    const { tenantId, id: readerId } = actor;
    const owed = await owedPostmortems(tx, tenantId, now);
    const ids = owed.map(({ row }) => row.id);
    const commanders = await lastCommanders(tx, tenantId, ids);
    const awaited = await awaitedReviews(tx, tenantId, readerId);
    const items = owed.flatMap((each): DuePostmortem[] => {
      const commander = commanders.get(each.row.id);
      const isYours = commander?.id === readerId || awaited.has(each.row.id);
      const item = { ...dueItem(each, now), commander: commander?.name ?? null, isYours };
      return item.isOverdue || isYours ? [item] : [];
    });
    items.sort((one, other) => one.by.localeCompare(other.by));
    return { items, now: now.toISOString() };
  });
}

function dueItem({ row, deadlines }: OwedPostmortem, now: Date) {
  const isPublished = deadlines.publish.startsWith("done");
  const by = isPublished ? deadlines.completeBy : deadlines.publishBy;
  return {
    ...{ incidentId: row.id, reference: incidentReference(row.number), title: row.title },
    deadline: isPublished ? ("complete" as const) : ("publish" as const),
    by: by.toISOString(),
    isOverdue: now > by,
  };
}
