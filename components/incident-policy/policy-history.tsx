import { Instant } from "@/components/time/instant";
import { NothingYet } from "@/components/ui/empty-state";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { IncidentPolicyVersion } from "@/lib/registry/incident-policy/queries";

export function PolicyHistory({ items, now }: { items: IncidentPolicyVersion[]; now: string }) {
  if (items.length === 0) {
    return <NothingYet title="The default policy is in force">Nobody has changed it yet.</NothingYet>;
  }
  return (
    <Table caption="Versions of the incident policy">
      <THead>
        <Tr>
          <Th numeric>Version</Th>
          <Th>Why</Th>
          <Th>Changed by</Th>
          <Th>In force since</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ version, reason, by, at }) => (
          <Tr key={version}>
            <Td header label="Version" numeric>
              {version}
            </Td>
            <Td label="Why">{reason}</Td>
            <Td label="Changed by">{by}</Td>
            <Td label="In force since">
              <Instant at={at} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
