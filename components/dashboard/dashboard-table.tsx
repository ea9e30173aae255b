import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { DashboardView } from "@/lib/registry/dashboard/queries";
import type { Action } from "@/lib/web/action";
import { ChangeDashboardDialog, RemoveDashboardDialog } from "./dashboard-dialogs";
import type { ServiceChoice } from "./dashboard-form";

type DashboardTableProps = {
  items: readonly DashboardView[];
  services: readonly ServiceChoice[];
  /** Null: the reader may not. */
  actions: { change: Action<unknown>; remove: Action<unknown> } | null;
};

export function DashboardTable({ items, services, actions }: DashboardTableProps) {
  return (
    <Table caption="Dashboards that releases link to">
      <THead>
        <Tr>
          <Th>Label</Th>
          <Th>Service</Th>
          <Th>Link</Th>
          {actions && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {items.map((dashboard) => (
          <Tr key={dashboard.id}>
            <Td header label="Label" className="font-medium">
              {dashboard.label}
            </Td>
            <Td label="Service">{dashboard.service?.slug ?? <span className="text-muted">every service</span>}</Td>
            <Td label="Link">
              <code className="text-sm [overflow-wrap:anywhere]">{dashboard.urlTemplate}</code>
            </Td>
            {actions && (
              <Td label="Actions">
                <span className="flex gap-2">
                  <ChangeDashboardDialog services={services} dashboard={dashboard} action={actions.change} />
                  <RemoveDashboardDialog dashboard={dashboard} action={actions.remove} />
                </span>
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
