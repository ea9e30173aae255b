import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentSummary } from "@/lib/registry/incident/view";
import { IncidentStatus, SeverityMark } from "./incident-status";

export function IncidentTable({ items, now }: { items: readonly IncidentSummary[]; now: string }) {
  return (
    <Table caption="Incidents, the latest first">
      <THead>
        <Tr>
          <Th>Severity</Th>
          <Th>Incident</Th>
          <Th>Service</Th>
          <Th>State</Th>
          <Th>Commander</Th>
          <Th>Declared</Th>
          <Th numeric>Lasted</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Row key={item.id} item={item} now={now} />
        ))}
      </TBody>
    </Table>
  );
}

function Row({ item, now }: { item: IncidentSummary; now: string }) {
  const { id, reference, title, severity, state, service, services, commander, declaredAt, mergedInto } = item;
  return (
    <Tr>
      <Td label="Severity">
        <SeverityMark severity={severity} />
      </Td>
      <Td header label="Incident" className="[overflow-wrap:anywhere]">
        <span className="me-1.5 whitespace-nowrap text-muted tabular-nums">{reference}</span>
        <TextLink quiet href={`/incidents/${id}`}>
          {title}
        </TextLink>
      </Td>
      <Td label="Service">
        {service}
        {services.length > 1 && <span className="text-muted"> and {services.length - 1} more</span>}
      </Td>
      <Td label="State">
        <span className="inline-flex flex-wrap items-center gap-x-1.5 whitespace-nowrap">
          <IncidentStatus state={state} />
          {mergedInto && (
            <span className="text-sm">
              into <TextLink href={`/incidents/${mergedInto.id}`}>{mergedInto.reference}</TextLink>
            </span>
          )}
        </span>
      </Td>
      <Td label="Commander" className="whitespace-nowrap">
        {commander ?? <span className="text-muted">none</span>}
      </Td>
      <Td label="Declared" className="whitespace-nowrap">
        <Instant at={declaredAt} now={now} />
      </Td>
      <Td label="Lasted" numeric className="whitespace-nowrap">
        <Duration ms={lastedMs(item, now)} />
      </Td>
    </Tr>
  );
}

/** From its detection to its resolution, or to now while it is open. */
function lastedMs({ detectedAt, resolvedAt }: IncidentSummary, now: string): number {
  return Math.max(0, Date.parse(resolvedAt ?? now) - Date.parse(detectedAt));
}
