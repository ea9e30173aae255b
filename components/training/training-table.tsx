import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { dayText } from "@/lib/core/approval/day-text";
import type { TrainingView } from "@/lib/registry/training/queries";

type TrainingTableProps = {
  items: readonly TrainingView[];
  now: string;
  actionsOf?: (item: TrainingView) => ReactNode;
};

export function TrainingTable({ items, now, actionsOf }: TrainingTableProps) {
  return (
    <Table caption="Training records by person">
      <THead>
        <Tr>
          <Th>Person</Th>
          <Th>Training</Th>
          <Th>Completed</Th>
          <Th>State</Th>
          <Th>Recorded by</Th>
          {actionsOf && <Th>Change</Th>}
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Person" className="font-medium">
              {item.person.name}
            </Td>
            <Td label="Training">
              {item.training}
              {item.evidenceUrl && (
                <p className="text-sm">
                  <TextLink href={item.evidenceUrl} external>
                    Evidence
                  </TextLink>
                </p>
              )}
            </Td>
            <Td label="Completed">
              <Instant at={item.completedAt} now={now} text={dayText(new Date(item.completedAt))} />
            </Td>
            <Td label="State">
              <StateCell item={item} now={now} />
            </Td>
            <Td label="Recorded by">{item.recordedBy}</Td>
            {actionsOf && <Td label="Change">{actionsOf(item)}</Td>}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const STATES = {
  valid: ["go", "Valid"],
  expiring: ["waiver", "Expires soon"],
  expired: ["no-go", "Expired"],
  revoked: ["unknown", "Revoked"],
} as const;

function StateCell({ item, now }: { item: TrainingView; now: string }) {
  const [tone, label] = STATES[item.state];
  return (
    <>
      <Status tone={tone} label={label} size="sm" />
      <p className="text-muted text-sm [overflow-wrap:anywhere]">
        {item.state === "revoked" ? `by ${item.revokedBy}: ${item.revokedReason}` : <Expiry item={item} now={now} />}
      </p>
    </>
  );
}

function Expiry({ item: { expiresAt, state }, now }: { item: TrainingView; now: string }) {
  if (!expiresAt) return "does not expire";
  if (state === "valid") return <Instant at={expiresAt} now={now} prefix="until" text={dayText(new Date(expiresAt))} />;
  return <Instant at={expiresAt} now={now} style={state === "expired" ? "exact" : "relative"} />;
}
