import { SeverityMark } from "@/components/incident/incident-status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { AttributedFailure } from "@/lib/registry/incident/analytics-view";

/** Which incidents are put down to which release, and why. */
export function AttributionTable({ items, windowHours }: { items: readonly AttributedFailure[]; windowHours: number }) {
  return (
    <Table caption="Incidents that are put down to a release">
      <THead>
        <Tr>
          <Th>Incident</Th>
          <Th>Severity</Th>
          <Th>Release</Th>
          <Th>Why</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ incidentId, reference, title, severity, releaseId, service, version, basis }) => (
          <Tr key={incidentId}>
            <Td header label="Incident" className="[overflow-wrap:anywhere]">
              <span className="me-1.5 whitespace-nowrap text-muted tabular-nums">{reference}</span>
              <TextLink quiet href={`/incidents/${incidentId}`}>
                {title}
              </TextLink>
            </Td>
            <Td label="Severity">
              <SeverityMark severity={severity} />
            </Td>
            <Td label="Release">
              <TextLink href={`/releases/${releaseId}`}>
                {service} {version}
              </TextLink>
            </Td>
            <Td label="Why">
              {basis === "explicit" ? "Named by a person" : `Last rollout within ${windowHours} h before it`}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
