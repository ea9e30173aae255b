import type { Metadata } from "next";
import { RecordForm } from "@/components/rehearsal/record-form";
import { NoPermission, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
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
        <Form
          services={choices(await load(serviceChoices(actor)))}
          environments={choices(await load(listEnvironments(actor)))}
        />
      ) : (
        <NoPermission title="You cannot record rehearsals">
          It takes the role {rolesWith("rehearsal:record").join(" or ")}.
        </NoPermission>
      )}
    </>
  );
}

type FormProps = { services: ReturnType<typeof choices>; environments: ReturnType<typeof choices> };

function Form({ services, environments }: FormProps) {
  if (services.length === 0) {
    return <NothingYet title="There is no service to rehearse">An admin adds services under Settings.</NothingYet>;
  }
  return (
    <div className="max-w-2xl">
      <RecordForm action={recordRehearsalAction} services={services} environments={environments} />
    </div>
  );
}
