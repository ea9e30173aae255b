import type { Metadata } from "next";
import { Suspense } from "react";
import { DelegationTable } from "@/components/delegation/delegation-table";
import { GiveDialog } from "@/components/delegation/give-dialog";
import { RevokeDelegationDialog } from "@/components/delegation/revoke-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, type PersonActor, rolesWith } from "@/lib/core/access";
import { type DelegationView, type OwnDelegations, ownDelegations } from "@/lib/registry/delegation/queries";
import { personChoices } from "@/lib/registry/person/choices";
import { load } from "@/lib/web/load";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { giveDelegationAction, revokeDelegationAction } from "./actions";
import { AllDelegations } from "./all-delegations";

export const metadata: Metadata = { title: "Delegations" };

const PATH = "/delegations";
const ABOUT =
  "While you are away, somebody else can sign releases in your role on your behalf. One person’s authority counts once, used or lent.";

export default async function DelegationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const own = await load(ownDelegations(actor));
  const request = await readParams(searchParams, ["view", "after", "before"]);
  const lendable = own.ok ? own.data.lendable : [];
  return (
    <>
      <PageHeader
        title="Delegations"
        description={ABOUT}
        actions={lendable.length > 0 && <GiveButton actor={actor} roles={lendable} />}
      />
      {!own.ok && <LoadFailure failure={own.failure} retryHref={PATH} />}
      {own.ok && <Given {...own.data} />}
      {own.ok && <Received {...own.data} />}
      {can(actor, "person:manage") && (
        <Suspense fallback={<TableSkeleton columns={6} rows={4} label="Loading everybody's delegations" />}>
          <AllDelegations actor={actor} request={request} />
        </Suspense>
      )}
    </>
  );
}

async function GiveButton({ actor, roles }: { actor: PersonActor; roles: OwnDelegations["lendable"] }) {
  const people = await load(personChoices(actor));
  if (!people.ok) return null;
  const others = people.data.filter(({ id }) => id !== actor.id);
  return <GiveDialog roles={roles} people={others} action={giveDelegationAction} />;
}

function Given({ given, lendable, now }: OwnDelegations) {
  return (
    <Section title="Who acts for you">
      {given.length > 0 ? (
        <DelegationTable caption="Delegations that you gave" items={given} now={now} actionsOf={takeBack} />
      ) : (
        <p className="text-muted">
          {lendable.length > 0
            ? "Nobody: you have delegated nothing."
            : `You hold no role that can be delegated. Those are ${rolesWith("release:sign").join(", ")}.`}
        </p>
      )}
    </Section>
  );
}

function Received({ received, now }: OwnDelegations) {
  return (
    <Section title="For whom you act">
      {received.length > 0 ? (
        <DelegationTable caption="Delegations that were given to you" items={received} now={now} />
      ) : (
        <p className="text-muted">Nobody has delegated a role to you.</p>
      )}
    </Section>
  );
}

function takeBack(delegation: DelegationView) {
  return delegation.revocable && <RevokeDelegationDialog delegation={delegation} action={revokeDelegationAction} />;
}
