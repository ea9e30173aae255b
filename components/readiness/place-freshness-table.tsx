import { FreshnessIndicator } from "@/components/rehearsal/freshness-indicator";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RehearsedPlaces } from "@/lib/registry/readiness/rehearsed-places";

/** Every place that must be rehearsed, how fresh it is, and why; judged at `at`. */
export function PlaceFreshnessTable({ items, at }: Pick<RehearsedPlaces, "items" | "at">) {
  return (
    <Table caption="Places that must be rehearsed">
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Freshness</Th>
          <Th>Last passed</Th>
          <Th>Why</Th>
          <Th>Latest</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ service, cell }) => (
          <Tr key={`${service} ${cell.environmentId}`}>
            <Td header label="Service" className="font-medium">
              {service}
            </Td>
            <Td label="Environment">{cell.environment}</Td>
            <Td label="Freshness">
              <FreshnessIndicator indicator={cell.indicator} now={at} size="sm" />
            </Td>
            <Td label="Last passed" className="whitespace-nowrap">
              {cell.lastPassedAt ? (
                <Instant at={cell.lastPassedAt} now={at} />
              ) : (
                <span className="text-muted">never</span>
              )}
            </Td>
            <Td label="Why" className="text-muted text-sm">
              {cell.reason}
            </Td>
            <Td label="Latest">
              {cell.latestId ? (
                <TextLink href={`/rehearsals/${cell.latestId}`}>rehearsal</TextLink>
              ) : (
                <span className="text-muted">none</span>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
