import { OutcomeStatus } from "@/components/rehearsal/rehearsal-status";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DuePlace, ReportedRehearsal, ReportedWaiver } from "@/lib/registry/report/view";

type WaiverTableProps = { caption: string; items: readonly ReportedWaiver[]; now: string };

export function WaiverTable({ caption, items, now }: WaiverTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th>Of</Th>
          <Th>Granted by</Th>
          <Th>Granted</Th>
          <Th>Expires</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Check" className="[overflow-wrap:anywhere]">
              <TextLink href={`/waivers/${item.id}`}>{item.checkId}</TextLink>
              {item.finding && <p className="text-sm">{item.finding}</p>}
            </Td>
            <Td label="Of">
              {item.service} {item.version ?? <span className="text-muted">every release</span>}
            </Td>
            <Td label="Granted by">{item.grantedBy}</Td>
            <Td label="Granted">
              <Instant at={item.grantedAt} now={now} />
            </Td>
            <Td label="Expires">
              <Instant at={item.expiresAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function RehearsalTable({ items, now }: { items: readonly ReportedRehearsal[]; now: string }) {
  return (
    <Table caption="Rehearsals of the week, the latest first">
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Outcome</Th>
          <Th>Ended</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ id, service, environment, outcome, finishedAt }) => (
          <Tr key={id}>
            <Td header label="Service">
              <TextLink href={`/rehearsals/${id}`}>{service}</TextLink>
            </Td>
            <Td label="Environment">{environment}</Td>
            <Td label="Outcome">
              <OutcomeStatus outcome={outcome} />
            </Td>
            <Td label="Ended">
              <Instant at={finishedAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function DuePlaces({ items, now }: { items: readonly DuePlace[]; now: string }) {
  return (
    <Table caption="Where a rehearsal is due">
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Due</Th>
          <Th>Why</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ service, environment, dueAt, reason }) => (
          <Tr key={`${service} ${environment}`}>
            <Td header label="Service">
              {service}
            </Td>
            <Td label="Environment">{environment}</Td>
            <Td label="Due">{dueAt ? <Due at={dueAt} now={now} /> : "now"}</Td>
            <Td label="Why">{reason}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
