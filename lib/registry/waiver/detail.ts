import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { waiver } from "@/db/schema/decision";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { policyInForce } from "../gate/policy";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { type WaiverRow, type WaiverSummary, waiverRows, waiverSummary } from "./queries";
import { openExtensionOf, requestOfWaiver } from "./request-detail";

export type WaiverDetail = WaiverSummary & {
  serviceId: string;
  justification: string;
  mitigation: string;
  grantedByEmail: string;
  /** Who asked for it, and in what it is less than what was asked; null where nobody asked. */
  request: Awaited<ReturnType<typeof requestOfWaiver>>;
  /** A request for more time that waits for a decision. */
  extensionRequested: string | null;
  revoked: { at: string; by: string; reason: string } | null;
  /** From the first grant to the latest extension, this one included; a single one when it was never extended. */
  chain: WaiverSummary[];
  /** Why it can be extended no more; null when it can. */
  extensionBar: string | null;
  /** Longest life of an extension by the policy in force; null without a policy. */
  maxDays: number | null;
  now: string;
};

/** One waiver with all that it extends or was extended by, or `not_found`. */
export async function waiverDetail(actor: Actor, id: string): Promise<WaiverDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await waiverRows(tx, actor, eq(waiver.id, id)) : [];
    if (!row) throw new DomainError("not_found", "There is no such waiver.");
    const kin = await waiverRows(tx, actor, sameSubject(row)).orderBy(asc(waiver.grantedAt), asc(waiver.id));
    const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
    const { revokedAt, revokedByName, revokedReason } = row.waiver;
    return {
      ...waiverSummary(row, now),
      serviceId: row.waiver.serviceId,
      justification: row.waiver.justification,
      mitigation: row.waiver.mitigation,
      grantedByEmail: row.waiver.grantedByEmail,
      request: await requestOfWaiver(tx, actor, id, now),
      extensionRequested: await openExtensionOf(tx, actor, id),
      revoked: revokedAt && { at: revokedAt.toISOString(), by: revokedByName ?? "", reason: revokedReason ?? "" },
      chain: chainOf(row, kin).map((each) => waiverSummary(each, now)),
      extensionBar: extensionBar(row),
      maxDays: policy && !policy.disallowWaivers ? policy.maxWaiverDays : null,
      now: now.toISOString(),
    };
  });
}

/** A waiver supersedes only one of the same scope and check, so a whole chain is among these. */
function sameSubject({ waiver: row }: WaiverRow): SQL | undefined {
  return and(
    eq(waiver.serviceId, row.serviceId),
    eq(waiver.checkId, row.checkId),
    row.releaseId ? eq(waiver.releaseId, row.releaseId) : isNull(waiver.releaseId),
  );
}

function chainOf(row: WaiverRow, kin: WaiverRow[]): WaiverRow[] {
  const byId = new Map(kin.map((each) => [each.waiver.id, each]));
  const chain = [row];
  for (let older = byId.get(row.waiver.supersedesId ?? ""); older; older = byId.get(older.waiver.supersedesId ?? "")) {
    chain.unshift(older);
  }
  let newer = byId.get(row.waiver.supersededById ?? "");
  for (; newer; newer = byId.get(newer.waiver.supersededById ?? "")) chain.push(newer);
  return chain;
}

function extensionBar({ waiver: row, release: of }: WaiverRow): string | null {
  if (row.supersededById) return "A later waiver has replaced this one; extend that instead.";
  if (row.revokedAt) return "It was revoked. A new waiver is granted on the release itself.";
  if (of?.endedAt) return `Its release has ended (${of.stage}).`;
  return null;
}
