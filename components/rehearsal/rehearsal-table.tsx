import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RehearsalSummary } from "@/lib/registry/rehearsal/queries";
import { OutcomeStatus } from "./rehearsal-status";

export function RehearsalTable({ items, now }: { items: RehearsalSummary[]; now: string }) {
  return (
    <Table caption="Rehearsals, latest first">
      <THead>
        <Tr>
          <Th>Rolled back</Th>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Finished</Th>
          <Th>Outcome</Th>
          <Th numeric>Gaps</Th>
          <Th>Remediation</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Rolled back">
              <TextLink quiet href={`/rehearsals/${item.id}`}>
                {item.fromVersion} <span aria-hidden>→</span>
                <span className="sr-only">to</span> {item.toVersion}
              </TextLink>
            </Td>
            <Td label="Service">{item.service}</Td>
            <Td label="Environment">{item.environment}</Td>
            <Td label="Finished" className="whitespace-nowrap">
              <Instant at={item.finishedAt} now={now} />
            </Td>
            <Td label="Outcome">
              <OutcomeStatus outcome={item.outcome} />
            </Td>
            <Td label="Gaps" numeric>
              {item.gapCount}
            </Td>
            <Td label={item.outcome === "failed" ? "Remediation" : undefined}>
              {item.outcome === "failed" && <Remediation at={item.remediatedAt} now={now} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Remediation({ at, now }: { at: string | null; now: string }) {
  if (at) return <Instant at={at} now={now} prefix="recorded" />;
  return <Status tone="no-go" label="Not recorded" />;
}
