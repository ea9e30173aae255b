import { inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/tenant";
import type { PersonActor } from "@/lib/core/access";
import { LARGE_SAMPLE_SLUG } from "@/lib/core/readiness/large-sample";
import { addPerson } from "@/lib/registry/person/add";
import { generatePassword, hashPassword } from "@/lib/registry/person/password";
import { createService } from "@/lib/registry/service/create";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { emailOf, PEOPLE, PERSON_KEYS } from "../people";

export type LargeAdmin = { email: string; password: string };
type Founding = { at: Date; services: number };
type LargeWorld = LargeAdmin & { tenantId: string; actor: PersonActor };

const EMAIL = "lena@large.example";

/** The tenant with its admin, its services, and the people of the sample, who keep their passwords where they have one. */
export async function foundLarge({ at, services }: Founding): Promise<LargeWorld> {
  const password = generatePassword();
  const { tenantId, actor } = await bootstrapTenant({
    ...{ tenantName: "Large sample", tenantSlug: LARGE_SAMPLE_SLUG, sample: true, at },
    admin: { email: EMAIL, name: "Lena Large", password },
  });
  const context = { actor, clock: () => at };
  for (let number = 1; number <= services; number += 1) {
    const text = String(number).padStart(3, "0");
    await createService(context, { slug: `service-${text}`, name: `Service ${text}`, owner: `team-${number % 12}` });
  }
  await addPeople(actor, at, password);
  return { tenantId, actor, email: EMAIL, password };
}

async function addPeople(actor: PersonActor, at: Date, password: string): Promise<void> {
  const fresh: string[] = [];
  for (const key of PERSON_KEYS) {
    const { name, roles } = PEOPLE[key];
    const added = await addPerson({ actor, clock: () => at }, { email: emailOf(key), name, roles: [...roles] });
    if (added.password) fresh.push(added.id);
  }
  if (fresh.length === 0) return;
  const passwordHash = await hashPassword(password);
  await transaction({ tenantId: actor.tenantId, personId: actor.id }, (tx) =>
    tx.update(person).set({ passwordHash }).where(inArray(person.id, fresh)),
  );
}
