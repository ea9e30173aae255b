import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { waivingBar } from "@/lib/core/approval/bar";
import type { PolicyCheckId } from "@/lib/core/gate/check-ids";
import { CHECK_TITLES } from "@/lib/core/gate/checks/titles";
import type { Policy } from "@/lib/core/policy/model";
import { peopleWithRoles } from "../gate/approval-facts";
import { notify } from "../notification/notify";
import { nameOfWaived, type Waived } from "./subject";

type Scope = { tx: Tx; actor: Actor; now: Date };
type Asked = { id: string; checkId: string; finding: string | null; justification: string };

/** Tells whoever may grant it that a waiver is asked for: not who asked, nor an author, who may not. */
export async function tellRequested(scope: Scope, policy: Policy, waived: Waived, asked: Asked): Promise<void> {
  const { tx, actor, now } = scope;
  const { tenantId } = actor;
  const people = [...(await peopleWithRoles(tx, tenantId)).values()];
  const barred = people.filter(
    ({ personId, name, email }) => waivingBar({ id: personId, name, email }, waived.parties) !== null,
  );
  await notify(
    { tx, tenantId, now },
    {
      kind: "waiver-requested",
      key: asked.id,
      to: { roles: policy.waiverRoles },
      except: [actor.id, ...barred.map(({ personId }) => personId)],
      serviceId: waived.service.id,
      releaseId: waived.release?.id ?? null,
      title: `Waiver requested: ${matterOf(asked)} of ${nameOfWaived(waived)}`,
      verdict: "WAIVER NEEDED",
      reason: `${actor.name}: ${asked.justification}`,
      path: `/waivers/requests/${asked.id}`,
    },
  );
}

type Decided = {
  request: { id: string; byId: string; checkId: string; finding: string | null };
  waived: Pick<Waived, "service" | "release">;
  word: "granted" | "denied";
  reason: string;
  path: string;
};

/** Tells whoever asked how it was decided. */
export async function tellDecided({ tx, actor, now }: Scope, decided: Decided): Promise<void> {
  const { request, waived, word, reason, path } = decided;
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "waiver-decided",
      key: request.id,
      to: { people: [request.byId] },
      except: [actor.id],
      serviceId: waived.service.id,
      releaseId: waived.release?.id ?? null,
      title: `Waiver ${word}: ${matterOf(request)} of ${nameOfWaived(waived)}`,
      verdict: null,
      reason: `${actor.name}: ${reason}`,
      path,
    },
  );
}

/** "Medium vulnerabilities (CVE-2026-1)". */
export function matterOf({ checkId, finding }: Pick<Asked, "checkId" | "finding">): string {
  const title = CHECK_TITLES[checkId as PolicyCheckId] ?? checkId;
  return finding ? `${title} (${finding})` : title;
}
