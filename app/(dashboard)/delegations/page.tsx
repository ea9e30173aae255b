import type { Metadata } from "next";
import { DelegationTable } from "@/components/delegation/delegation-table";
import { GiveDialog } from "@/components/delegation/give-dialog";
import { RevokeDelegationDialog } from "@/components/delegation/revoke-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { ButtonSkeleton, SectionSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, type PersonActor, rolesWith } from "@/lib/core/access";
import { type DelegationView, type OwnDelegations, ownDelegations } from "@/lib/registry/delegation/queries";
import { personChoices } from "@/lib/registry/person/choices";
import { type Loading, load } from "@/lib/web/load";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { giveDelegationAction, revokeDelegationAction } from "./actions";
import { AllDelegations } from "./all-delegations";

export const metadata: Metadata = { title: "Delegations" };

const PATH = "/delegations";
const ABOUT =
  "While you are away, somebody else can sign releases in your role on your behalf. One person’s authority counts once, used or lent.";

export default async function DelegationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const own = load(ownDelegations(actor));
  const request = await readParams(searchParams, ["view", "after", "before"]);
  return (
    <>
      <PageHeader
        title="Delegations"
        description={ABOUT}
        actions={<Streamed section={GiveButton({ actor, own })} fallback={<ButtonSkeleton />} />}
      />
      <Streamed section={Own({ own })} fallback={<OwnSkeleton />} />
      {can(actor, "person:manage") && (
        <Streamed
          section={AllDelegations({ actor, request })}
          fallback={<SectionSkeleton title="Everybody’s delegations" columns={7} rows={4} />}
        />
      )}
    </>
  );
}

type OwnProps = { own: Loading<typeof ownDelegations> };

async function GiveButton({ actor, own: pending }: OwnProps & { actor: PersonActor }) {
  const [own, people] = await Promise.all([pending, load(personChoices(actor))]);
  if (!own.ok || !people.ok || own.data.lendable.length === 0) return null;
  const others = people.data.filter(({ id }) => id !== actor.id);
  return <GiveDialog roles={own.data.lendable} people={others} action={giveDelegationAction} />;
}

async function Own({ own: pending }: OwnProps) {
  const own = await pending;
  if (!own.ok) return <LoadFailure failure={own.failure} retryHref={PATH} />;
  return (
    <>
      <Given {...own.data} />
      <Received {...own.data} />
    </>
  );
}

function OwnSkeleton() {
  return (
    <>
      <SectionSkeleton title="Who acts for you" columns={7} rows={2} />
      <SectionSkeleton title="For whom you act" columns={6} rows={2} />
    </>
  );
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
