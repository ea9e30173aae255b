import { LoadFailure } from "@/components/page/load-failure";
import { TenantTable } from "@/components/readiness/tenant-table";
import { sessionPerson } from "@/lib/auth/actor";
import { tenantNumbers } from "@/lib/registry/readiness/tenants";
import { load } from "@/lib/web/load";
import { switchTenant } from "../../actions";
import { READINESS_PATH, readinessHref } from "../query";
import type { PartProps } from "./part";

/** The same numbers of every tenant that the reader belongs to; services are each tenant's own. */
export async function TenantsPart({ actor, query: { period } }: PartProps) {
  const person = await sessionPerson();
  if (!person) return null;
  const found = await load(tenantNumbers(person, { period }));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  return (
    <TenantTable
      tenants={found.data}
      currentId={actor.tenantId}
      switchAction={switchTenant}
      back={readinessHref({ period })}
    />
  );
}
