import { FirstSteps } from "@/components/onboarding/first-steps";
import { SampleOffer } from "@/components/onboarding/sample-offer";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/auth/actor";
import { can, type Permission, type PersonActor, rolesWith } from "@/lib/core/access";
import { env } from "@/lib/env";
import { actorIn } from "@/lib/registry/person/actor";
import { switchTenant } from "../actions";
import { addFirstServiceAction, createFirstTokenAction, removeSampleBesideAction } from "./actions";
import { firstSteps } from "./shared-reads";

/** The first steps of a tenant that has not gone further yet; nothing at all afterwards. */
export async function FirstStepsOf({ viewer }: { viewer: Viewer }) {
  const { actor, tenant } = viewer;
  const found = await firstSteps(actor);
  if (!found.ok || !found.data.isShown) return null;
  return (
    <Section
      title={`Set up ${tenant.name}`}
      description="Three commands lead to the first answer of the gate. Each step is ticked as soon as its record arrives."
    >
      <FirstSteps
        view={found.data}
        server={(env().NEXTAUTH_URL ?? "http://localhost:3000").replace(/\/$/, "")}
        serviceManagers={managersOf(actor, "service:manage")}
        tokenManagers={managersOf(actor, "token:manage")}
        addService={addFirstServiceAction}
        createToken={createFirstTokenAction}
      />
      <SampleBeside viewer={viewer} />
    </Section>
  );
}

const managersOf = (actor: PersonActor, permission: Permission): string | null =>
  can(actor, permission) ? null : rolesWith(permission).join(" or ");

function SampleBeside({ viewer: { actor, hasPassword, memberships, tenant } }: { viewer: Viewer }) {
  const sample = memberships.find((each) => each.sample && each.tenantId !== tenant.tenantId);
  if (!sample) return null;
  const there = actorIn({ ...actor, hasPassword, memberships }, sample.tenantId);
  const mayRemove = there !== null && can(there, "tenant:manage");
  return (
    <SampleOffer
      sample={sample}
      switchAction={switchTenant}
      removeAction={mayRemove ? removeSampleBesideAction : undefined}
    />
  );
}
