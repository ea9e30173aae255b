import { transaction } from "@/db/client";
import { enqueue } from "@/db/jobs/enqueue";
import type { Jobs } from "@/db/jobs/queues";
import { allTenantIds } from "@/lib/registry/tenant/all-ids";
import { SWEEPS, type Sweep } from "../sweeps";

/** A job of its own for each tenant, so that the trouble of one is not another's. */
export async function sweep(): Promise<void> {
  for (const tenantId of await allTenantIds()) {
    await transaction({ tenantId }, (tx) => enqueue(tx, "sweep-tenant", { tenantId }, { key: tenantId }));
  }
}

/** What a tenant has due by the clock. One sweep that fails does not keep the others from being done. */
export async function sweepTenant(
  { tenantId }: Jobs["sweep-tenant"],
  sweeps: readonly Sweep[] = SWEEPS,
  now = new Date(),
): Promise<void> {
  const failures: unknown[] = [];
  for (const run of sweeps) {
    await run(tenantId, now).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${sweeps.length} sweeps failed`);
}
