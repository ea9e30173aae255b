import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { incidentLink } from "@/db/schema/incident";
import { DomainError, invalid } from "@/lib/core/errors";
import { LINK_KINDS, type LinkKind } from "@/lib/core/incident/model";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { appendEntry } from "./append-entry";
import { pageUrl } from "./fields";
import { lockIncident } from "./find";
import { type IncidentScope, incidentRecord } from "./hold";
import { linkTargetName } from "./link-target";

const input = z.strictObject({
  incidentId: z.uuid(),
  kind: z.enum(LINK_KINDS),
  /** The record; not for a page elsewhere. */
  targetId: z.uuid().optional(),
  /** The page elsewhere, for the kind `url`. */
  url: pageUrl.optional(),
  label: z.string().trim().min(1, "must not be empty").max(300).optional(),
});
type Input = z.output<typeof input>;
type Target = { targetId: string | null; url: string | null; label: string };

/** Links an incident with a record or with any page. A link that is there already stays as it is. */
export const linkIncident = command({
  name: "incident.link",
  permission: "incident:note",
  input,
  async run({ tx, actor, readClock }, request) {
    const row = await lockIncident(tx, actor, request.incidentId);
    if (row.state === "merged") {
      throw new DomainError("conflict", "This incident was merged into another one: link that one.");
    }
    const scope: IncidentScope = { tx, actor, now: await readClock() };
    const target = await targetOf(scope, request);
    const known = await linkTo(scope, request, target);
    if (known) return { value: { id: known }, record: "unchanged" };
    const id = await insertLink(scope, row.id, request.kind, target);
    const data = linkData(request.kind, target);
    const text = `Linked ${request.kind === "url" ? "a page" : `the ${request.kind}`}: ${target.label}`;
    await appendEntry(scope, row.id, { kind: "link", text, evidenceUrl: target.url ?? undefined, data });
    return {
      value: { id },
      record: incidentRecord(row, { link: id, ...data }, target.targetId ? [target.targetId] : []),
    };
  },
});

/** Links an incident within the caller's transaction, without an entry. Gives the link's id. */
export async function insertLink(
  { tx, actor, now }: IncidentScope,
  incidentId: string,
  kind: LinkKind,
  target: Target,
): Promise<string> {
  const id = newId(now);
  await tx.insert(incidentLink).values({
    ...{ tenantId: actor.tenantId, id, incidentId, kind, ...target, addedAt: now },
    ...doneByColumns(actor),
  });
  return id;
}

/** What the timeline keeps of a link that is made or taken away. */
export const linkData = (kind: LinkKind, { targetId, url, label }: Target, removed = false) => ({
  ...{ kind, target: targetId ?? url, label, removed },
});

async function targetOf({ tx, actor }: IncidentScope, { incidentId, kind, targetId, url, label }: Input) {
  if (kind === "url") {
    if (targetId) throw invalid("targetId", "is not for a page elsewhere");
    if (!url) throw invalid("url", "give the address of the page");
    return { targetId: null, url, label: label ?? url } satisfies Target;
  }
  if (url) throw invalid("url", "is only for the kind url");
  if (!targetId) throw invalid("targetId", `say which ${kind}`);
  if (targetId === incidentId) throw invalid("targetId", "is this incident itself");
  const name = await linkTargetName(tx, actor.tenantId, kind, targetId);
  return { targetId, url: null, label: label ?? name } satisfies Target;
}

async function linkTo({ tx, actor }: IncidentScope, { incidentId, kind }: Input, { targetId, url }: Target) {
  const [known] = await tx
    .select({ id: incidentLink.id })
    .from(incidentLink)
    .where(
      and(
        eq(incidentLink.tenantId, actor.tenantId),
        eq(incidentLink.incidentId, incidentId),
        eq(incidentLink.kind, kind),
        targetId ? eq(incidentLink.targetId, targetId) : eq(incidentLink.url, url ?? ""),
        isNull(incidentLink.removedAt),
      ),
    )
    .limit(1);
  return known?.id ?? null;
}
