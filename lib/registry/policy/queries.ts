import { desc, eq } from "drizzle-orm";
import { policy } from "@/db/schema/catalog";
import type { Actor } from "@/lib/core/access";
import type { Policy } from "@/lib/core/policy/model";
import { parsePolicy } from "@/lib/core/policy/parse";
import { read } from "../read";

export type PolicyView = {
  version: number;
  digest: string;
  since: string;
  /** Complete, with the defaults filled in; null where the document states nothing: the gate then denies. */
  policy: Policy | null;
  /** As it was written, in the playbook's keys. */
  document: unknown;
  now: string;
};

/** The policy in force; null where the tenant has none. */
export async function policyView(actor: Actor): Promise<PolicyView | null> {
  return read(actor, async (tx, now) => {
    const [row] = await tx
      .select()
      .from(policy)
      .where(eq(policy.tenantId, actor.tenantId))
      .orderBy(desc(policy.version))
      .limit(1);
    if (!row) return null;
    const { version, digest, document } = row;
    return {
      version,
      digest,
      since: row.createdAt.toISOString(),
      policy: parsePolicy(document),
      document,
      now: now.toISOString(),
    };
  });
}
