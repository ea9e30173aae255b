import { actorIn, type PersonWithTenants } from "../person/actor";
import { leadingNumbers } from "./queries";
import type { ReadinessRequest, TenantNumbers } from "./view";

/** Each one takes a connection: few at a time, so that one reader of many tenants does not take them all. */
const AT_ONCE = 4;

/**
 * The five numbers of each tenant that the person is a member of, each read within it. A service or an environment is
 * one tenant's own, so only the period counts.
 */
export async function tenantNumbers(person: PersonWithTenants, { period }: ReadinessRequest): Promise<TenantNumbers[]> {
  const found: TenantNumbers[] = [];
  for (let start = 0; start < person.memberships.length; start += AT_ONCE) {
    const some = person.memberships.slice(start, start + AT_ONCE);
    const numbers = await Promise.all(
      some.map(async ({ tenantId: id, name, sample }) => {
        const actor = actorIn(person, id);
        return actor ? [{ id, name, sample, numbers: await leadingNumbers(actor, { period }) }] : [];
      }),
    );
    found.push(...numbers.flat());
  }
  return found;
}
