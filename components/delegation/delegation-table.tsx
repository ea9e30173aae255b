import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { DelegationView } from "@/lib/registry/delegation/queries";

type DelegationTableProps = {
  caption: string;
  items: readonly DelegationView[];
  now: string;
  actionsOf?: (item: DelegationView) => ReactNode;
};

const STATES = {
  planned: ["info", "Planned"],
  "in-force": ["go", "In force"],
  ended: ["unknown", "Ended"],
  revoked: ["unknown", "Taken back"],
} as const;

/** Who acts for whom, in which role and when. */
export function DelegationTable({ caption, items, now, actionsOf }: DelegationTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Delegate</Th>
          <Th>Acts for</Th>
          <Th>Role</Th>
          <Th>From</Th>
          <Th>Until</Th>
          <Th>State</Th>
          {actionsOf && <Th>Change</Th>}
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Delegate" className="font-medium">
              {item.to.name}
            </Td>
            <Td label="Acts for">
              {item.from.name}
              <p className="text-muted text-sm [overflow-wrap:anywhere]">“{item.reason}”</p>
            </Td>
            <Td label="Role">
              <Badge>{item.role}</Badge>
            </Td>
            <Td label="From">
              <Instant at={item.startsAt} now={now} style="exact" />
            </Td>
            <Td label="Until">
              <Instant at={item.endsAt} now={now} style="exact" />
            </Td>
            <Td label="State">
              <StateCell item={item} now={now} />
            </Td>
            {actionsOf && <Td label="Change">{actionsOf(item)}</Td>}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function StateCell({ item: { state, idle, revokedAt, revokedBy }, now }: { item: DelegationView; now: string }) {
  const [tone, label] = STATES[state];
  if (idle) {
    return (
      <>
        <Status tone="waiver" label="Gives nothing now" size="sm" />
        <p className="text-muted text-sm">{idle}</p>
      </>
    );
  }
  return (
    <>
      <Status tone={tone} label={label} size="sm" />
      {revokedAt && (
        <p className="text-muted text-sm">
          by {revokedBy}, <Instant at={revokedAt} now={now} />
        </p>
      )}
    </>
  );
}
