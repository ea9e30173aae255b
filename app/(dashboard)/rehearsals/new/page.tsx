import type { Metadata } from "next";
import { Streamed } from "@/components/page/streamed";
import { RecordForm } from "@/components/rehearsal/record-form";
import { NoPermission, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { recordRehearsalAction } from "../actions";

export const metadata: Metadata = { title: "Record a rehearsal" };

export default async function NewRehearsalPage() {
  const { actor } = await pageViewer();
  return (
    <>
      <PageHeader
        title="Record a rehearsal"
        description="A rollback drill that took place. What is recorded stays recorded."
        breadcrumb={[{ href: "/rehearsals", label: "Rehearsals" }]}
      />
      {can(actor, "rehearsal:record") ? (
        <Streamed section={Form({ actor })} fallback={<TextSkeleton lines={8} />} />
      ) : (
        <NoPermission title="You cannot record rehearsals">
          It takes the role {rolesWith("rehearsal:record").join(" or ")}.
        </NoPermission>
      )}
    </>
  );
}

async function Form({ actor }: { actor: Actor }) {
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  if (choices(services).length === 0) {
    return <NothingYet title="There is no service to rehearse">An admin adds services under Settings.</NothingYet>;
  }
  return (
    <div className="max-w-2xl">
      <RecordForm action={recordRehearsalAction} services={choices(services)} environments={choices(environments)} />
    </div>
  );
}
