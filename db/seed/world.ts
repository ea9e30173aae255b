import { eq, inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { person } from "@/db/schema/tenant";
import { apiToken } from "@/db/schema/token";
import type { Actor, PersonActor, TokenActor, TokenVerb } from "@/lib/core/access";
import type { Context } from "@/lib/registry/command";
import { addPerson } from "@/lib/registry/person/add";
import { hashPassword } from "@/lib/registry/person/password";
import { createService } from "@/lib/registry/service/create";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { createToken } from "@/lib/registry/token/create";
import { revokeToken } from "@/lib/registry/token/revoke";
import { SERVICE_SLUGS, SERVICES, type ServiceSlug } from "./catalogue";
import { ADMIN, emailOf, PEOPLE, PERSON_KEYS, type PersonKey } from "./people";
import { DAY, plus } from "./time";

/** Who acts in the sample, and what they act on. */
export type World = {
  tenantId: string;
  now: Date;
  people: Record<PersonKey, PersonActor>;
  /** Builds, creates and advances releases. */
  pipeline: TokenActor;
  /** Runs the readiness suites. */
  runner: TokenActor;
  services: Record<ServiceSlug, string>;
};

/** The context of a command done at `at` by somebody whose identity was proved at that moment. */
export function doneAt(actor: Actor, at: Date): Context {
  const clock = () => at;
  return actor.kind === "person"
    ? { actor, clock, stepUp: { personId: actor.id, method: "password", at } }
    : { actor, clock };
}

const PIPELINE: TokenVerb[] = [
  "read",
  "release:create",
  "release:advance",
  "manifest:put",
  "gate:evaluate",
  "deployment:report",
];
const RUNNER: TokenVerb[] = ["scorecard:submit", "metrics:submit", "rehearsal:record"];

/** The tenant as it was founded, a few days before its first release: people, services, tokens. */
export async function foundTenant(founded: Date, now: Date, password: string): Promise<World> {
  const { tenantId, actor: admin } = await bootstrapTenant({
    tenantName: "Sample: Meridian",
    tenantSlug: "sample",
    sample: true,
    admin: { email: emailOf(ADMIN), name: PEOPLE[ADMIN].name, password },
    at: founded,
  });
  const people = await addPeople(admin, founded, password);
  const services: Record<string, string> = {};
  for (const slug of SERVICE_SLUGS) {
    const { name, owner } = SERVICES[slug];
    services[slug] = (await createService(doneAt(admin, plus(founded, DAY / 24)), { slug, name, owner })).id;
  }
  const trial = await issueToken(admin, plus(founded, DAY / 12), "trial", [...PIPELINE, ...RUNNER]);
  const pipeline = await issueToken(admin, plus(founded, DAY), "delivery-pipeline", PIPELINE);
  const runner = await issueToken(admin, plus(founded, DAY), "readiness-runner", RUNNER);
  await revokeToken(doneAt(admin, plus(founded, 1.5 * DAY)), { tokenId: trial.id });
  return { tenantId, now, people, pipeline, runner, services: services as World["services"] };
}

async function addPeople(admin: PersonActor, at: Date, password: string): Promise<World["people"]> {
  const people: Partial<World["people"]> = { [ADMIN]: admin };
  for (const key of PERSON_KEYS) {
    if (key === ADMIN) continue;
    const { name } = PEOPLE[key];
    const roles = [...PEOPLE[key].roles];
    const { id, email } = await addPerson(doneAt(admin, at), { email: emailOf(key), name, roles });
    people[key] = { kind: "person", id, tenantId: admin.tenantId, name, email, roles };
  }
  await sharePassword(
    admin,
    Object.values(people).map(({ id }) => id),
    password,
  );
  return people as World["people"];
}

/** One password for all, so that whoever tries the sample can be anybody. No governed history: commands do not know it. */
async function sharePassword(admin: PersonActor, ids: string[], password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction({ tenantId: admin.tenantId, personId: admin.id }, (tx) =>
    tx.update(person).set({ passwordHash }).where(inArray(person.id, ids)),
  );
}

async function issueToken(admin: PersonActor, at: Date, name: string, verbs: TokenVerb[]): Promise<TokenActor> {
  const { id } = await createToken(doneAt(admin, at), { name, verbs, expiresInDays: 365 });
  return { kind: "token", id, tenantId: admin.tenantId, name, verbs, serviceId: null, environmentId: null };
}

/** What a real pipeline's requests leave behind: when its token was used last. */
export async function noteTokenUse({ tenantId, pipeline, runner }: World, at: Date): Promise<void> {
  await transaction({ tenantId }, async (tx) => {
    for (const { id } of [pipeline, runner])
      await tx.update(apiToken).set({ lastUsedAt: at }).where(eq(apiToken.id, id));
  });
}
