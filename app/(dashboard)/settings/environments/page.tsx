import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { AddEnvironmentDialog } from "@/components/settings/add-environment-dialog";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NothingYet } from "@/components/ui/empty-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { type EnvironmentView, listEnvironments } from "@/lib/registry/environment/queries";
import { type Loading, load } from "@/lib/web/load";
import { createEnvironmentAction } from "./actions";

export const metadata: Metadata = { title: "Environments" };

const PATH = "/settings/environments";

export default async function EnvironmentsPage() {
  const { actor } = await pageViewer();
  const manages = can(actor, "environment:manage");
  const list = load(listEnvironments(actor));
  const managers = rolesWith("environment:manage").join(" or ");
  return (
    <SettingsFrame
      current={PATH}
      description={`Where releases go, in the order of promotion.${manages ? "" : ` Adding one takes the role ${managers}.`}`}
      actions={manages && <AddEnvironmentDialog action={createEnvironmentAction} />}
    >
      <Streamed
        section={Found({ list })}
        fallback={<TableSkeleton columns={3} rows={4} label="Loading the environments" />}
      />
    </SettingsFrame>
  );
}

async function Found({ list: pending }: { list: Loading<typeof listEnvironments> }) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  if (list.data.length === 0) return <NothingYet title="There is no environment yet" />;
  return <EnvironmentTable items={list.data} />;
}

function EnvironmentTable({ items }: { items: EnvironmentView[] }) {
  return (
    <Table caption="Environments in the order of promotion">
      <THead>
        <Tr>
          <Th>Short name</Th>
          <Th>Name</Th>
          <Th>Production</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ id, slug, name, isProduction }) => (
          <Tr key={id}>
            <Td header label="Short name" className="font-medium">
              {slug}
            </Td>
            <Td label="Name">{name}</Td>
            <Td label="Production">{isProduction ? "yes" : "no"}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
