import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { waiver } from "@/db/schema/decision";
import { waiverRequest } from "@/db/schema/waiver-request";
import { type Actor, can, type PersonActor, rolesWith } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { openFindings } from "@/lib/core/gate/open-findings";
import type { Policy } from "@/lib/core/policy/model";
import { grantBar } from "@/lib/core/waiver/grant";
import { differenceOf, type Narrowing, type Shortening } from "@/lib/core/waiver/request";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { findRelease } from "../release/find";
import { type RequestRowFound, type RequestSummary, requestRows, requestSummary } from "./request-queries";
import { waivedSubject } from "./subject";

export type RequestDetail = RequestSummary & {
  serviceId: string;
  /** The waiver that is to be extended. */
  extendsId: string | null;
  /** In what the grant is less than what was asked. */
  differences: (Narrowing | Shortening)[];
  /** Findings to which a request for the whole check can be narrowed now. */
  findings: string[];
  /** `grantBar`: why the reader cannot grant it; null when they can. Null as a whole: it is decided, or lapsed. */
  deciding: { grantBar: string | null; mayDeny: boolean } | null;
  /** Whether the reader can take it back. */
  mayWithdraw: boolean;
  now: string;
};

/** One request with what the reader can do about it, or `not_found`. */
export async function requestDetail(actor: PersonActor, id: string): Promise<RequestDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await requestRows(tx, actor, eq(waiverRequest.id, id)) : [];
    if (!row) throw new DomainError("not_found", "There is no such request.");
    const summary = requestSummary(row, now);
    const { serviceId, supersedesId, byId, state } = row.request;
    const isOpen = summary.standing === "open";
    const policy = isOpen ? ((await policyInForce(tx, actor.tenantId))?.policy ?? null) : null;
    return {
      ...summary,
      serviceId,
      extendsId: supersedesId,
      differences: await differencesOf(tx, actor, row),
      findings: isOpen ? await findingsOf(tx, actor, row, policy, now) : [],
      deciding: isOpen ? { grantBar: await barOf(tx, actor, row, policy), mayDeny: mayDeny(actor, byId) } : null,
      mayWithdraw: state === "open" && byId === actor.id && can(actor, "waiver:request"),
      now: now.toISOString(),
    };
  });
}

/** The request that a waiver answers; null where nobody asked for it. */
export async function requestOfWaiver(tx: Tx, actor: Actor, waiverId: string, now: Date) {
  const [row] = await requestRows(tx, actor, eq(waiverRequest.waiverId, waiverId));
  return row ? { ...requestSummary(row, now), differences: await differencesOf(tx, actor, row) } : null;
}

/** The open request to extend a waiver, by id. */
export async function openExtensionOf(tx: Tx, actor: Actor, waiverId: string): Promise<string | null> {
  const wanted = and(eq(waiverRequest.supersedesId, waiverId), eq(waiverRequest.state, "open"));
  const [row] = await requestRows(tx, actor, wanted);
  return row?.request.id ?? null;
}

async function differencesOf(tx: Tx, actor: Actor, { request }: RequestRowFound) {
  if (!request.waiverId) return [];
  const [granted] = await tx
    .select()
    .from(waiver)
    .where(and(eq(waiver.tenantId, actor.tenantId), eq(waiver.id, request.waiverId)));
  return granted ? differenceOf(request, granted) : [];
}

async function findingsOf(
  tx: Tx,
  actor: PersonActor,
  { request, release }: RequestRowFound,
  policy: Policy | null,
  now: Date,
): Promise<string[]> {
  if (request.finding !== null || !release) return [];
  const facts = await gateFacts(tx, actor, await findRelease(tx, actor, release.id));
  return openFindings(policy, facts, now).find(({ checkId }) => checkId === request.checkId)?.findings ?? [];
}

const mayDeny = (actor: PersonActor, requesterId: string) => can(actor, "waiver:grant") && requesterId !== actor.id;

async function barOf(
  tx: Tx,
  actor: PersonActor,
  { request }: RequestRowFound,
  policy: Policy | null,
): Promise<string | null> {
  if (!can(actor, "waiver:grant")) return `It takes the role ${rolesWith("waiver:grant").join(" or ")} to grant it.`;
  const scope = request.releaseId ? { releaseId: request.releaseId } : { serviceId: request.serviceId };
  const { parties } = await waivedSubject(tx, actor, scope);
  const bar = grantBar({ policy, granter: actor, parties, requesterId: request.byId });
  return bar && `${bar}.`;
}
