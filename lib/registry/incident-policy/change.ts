import { sql } from "drizzle-orm";
import { z } from "zod";
import { incidentPolicy } from "@/db/schema/incident";
import { DomainError } from "@/lib/core/errors";
import { incidentPolicySchema } from "@/lib/core/incident/policy";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { currentIncidentPolicy } from "./current";

/** Puts a new version of the incident policy in force at once, for the incidents that are open too. */
export const changeIncidentPolicy = command({
  name: "incident-policy.change",
  permission: "incident:configure",
  input: z.strictObject({
    /** The version that was changed: somebody else's change in between is not undone unseen. */
    basedOn: z.int().min(0),
    policy: incidentPolicySchema,
    reason: z.string().trim().min(10, "say in 10 characters or more why").max(2000),
  }),
  async run({ tx, actor, now }, { basedOn, policy, reason }) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`incident policy ${actor.tenantId}`}, 0))`);
    const current = await currentIncidentPolicy(tx, actor.tenantId);
    if (current.version !== basedOn) {
      throw new DomainError(
        "conflict",
        "Somebody has changed the incident policy since. Reload it and change that one.",
      );
    }
    if (JSON.stringify(current.policy) === JSON.stringify(policy)) {
      return { value: { version: current.version }, record: "unchanged" };
    }
    const version = current.version + 1;
    const row = { tenantId: actor.tenantId, version, content: policy, reason, at: now, ...doneByColumns(actor) };
    await tx.insert(incidentPolicy).values(row);
    const data = { version, reason, before: current.policy, after: policy };
    return { value: { version }, record: { kind: "incident-policy", subjects: [actor.tenantId], data } };
  },
});
