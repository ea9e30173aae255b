import { desc, eq } from "drizzle-orm";
import { incidentPolicy } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DEFAULT_INCIDENT_POLICY, type IncidentPolicy } from "@/lib/core/incident/policy";
import { read } from "../read";

export type IncidentPolicyVersion = { version: number; reason: string; by: string; at: string };
export type IncidentPolicyView = {
  version: number;
  policy: IncidentPolicy;
  /** The newest first, at most twenty. */
  history: IncidentPolicyVersion[];
  now: string;
};

const SHOWN_VERSIONS = 20;

/** The incident policy in force and how it came about. */
export async function incidentPolicyView(actor: Actor): Promise<IncidentPolicyView> {
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select()
      .from(incidentPolicy)
      .where(eq(incidentPolicy.tenantId, actor.tenantId))
      .orderBy(desc(incidentPolicy.version))
      .limit(SHOWN_VERSIONS);
    return {
      version: rows[0]?.version ?? 0,
      policy: rows[0]?.content ?? DEFAULT_INCIDENT_POLICY,
      history: rows.map(({ version, reason, byName, at }) => ({ version, reason, by: byName, at: at.toISOString() })),
      now: now.toISOString(),
    };
  });
}
