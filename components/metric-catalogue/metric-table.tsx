import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { MetricView } from "@/lib/registry/metric-catalogue/queries";
import type { Action } from "@/lib/web/action";
import { ChangeMetricDialog, RemoveMetricDialog } from "./metric-dialogs";

type MetricTableProps = {
  items: readonly MetricView[];
  /** Null: the reader may not. */
  actions: { change: Action<unknown>; remove: Action<unknown> } | null;
};

export function MetricTable({ items, actions }: MetricTableProps) {
  return (
    <Table caption="Metric catalogue by service and name">
      <THead>
        <Tr>
          <Th>Metric</Th>
          <Th>Service</Th>
          <Th>Unit</Th>
          <Th>Owner</Th>
          <Th>Runbook</Th>
          {actions && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {items.map((metric) => (
          <Tr key={metric.id}>
            <Td header label="Metric">
              <code className="[overflow-wrap:anywhere]">{metric.name}</code>
              {metric.description && <p className="font-normal text-muted text-sm">{metric.description}</p>}
            </Td>
            <Td label="Service">{metric.service}</Td>
            <Td label="Unit">{metric.unit ?? <span className="text-muted">none</span>}</Td>
            <Td label="Owner">{metric.owner}</Td>
            <Td label="Runbook">
              {metric.runbookUrl ? (
                <TextLink href={metric.runbookUrl} external>
                  Runbook
                </TextLink>
              ) : (
                <Status tone="waiver" label="No runbook" size="sm" />
              )}
            </Td>
            {actions && (
              <Td label="Actions">
                <span className="flex gap-2">
                  <ChangeMetricDialog metric={metric} action={actions.change} />
                  <RemoveMetricDialog metric={metric} action={actions.remove} />
                </span>
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
