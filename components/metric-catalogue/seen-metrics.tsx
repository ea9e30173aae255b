import { Button } from "@/components/ui/button";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { SeenMetric } from "@/lib/registry/metric-catalogue/queries";
import type { Action } from "@/lib/web/action";
import { AddMetricDialog } from "./metric-dialogs";

type SeenMetricsProps = {
  items: readonly SeenMetric[];
  services: readonly string[];
  /** Null: the reader may not. */
  add: Action<unknown> | null;
};

/** Names that services have sent lately and that nobody has written down. */
export function SeenMetrics({ items, services, add }: SeenMetricsProps) {
  return (
    <Table caption="Metric names seen without an entry">
      <THead>
        <Tr>
          <Th>Metric</Th>
          <Th>Service</Th>
          {add && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {items.map(({ service, name }) => (
          <Tr key={`${service} ${name}`}>
            <Td header label="Metric">
              <code className="[overflow-wrap:anywhere]">{name}</code>
            </Td>
            <Td label="Service">{service}</Td>
            {add && (
              <Td label="Actions">
                <AddMetricDialog
                  services={services}
                  start={{ service, name }}
                  action={add}
                  trigger={
                    <Button size="sm" aria-label={`Add ${name} of ${service}`}>
                      Add
                    </Button>
                  }
                />
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
