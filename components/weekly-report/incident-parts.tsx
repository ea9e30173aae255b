import { SeverityMark } from "@/components/incident/incident-status";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReportedIncident, ReportedItem, WeeklyReport } from "@/lib/registry/report/view";

export function IncidentTable({ items, now }: { items: readonly ReportedIncident[]; now: string }) {
  return (
    <Table caption="Incidents declared in the week, the latest first">
      <THead>
        <Tr>
          <Th>Incident</Th>
          <Th>Severity</Th>
          <Th>Service</Th>
          <Th>Declared</Th>
          <Th>Resolved</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Incident" className="[overflow-wrap:anywhere]">
              <TextLink href={`/incidents/${item.id}`}>
                {item.reference} {item.title}
              </TextLink>
            </Td>
            <Td label="Severity">
              <SeverityMark severity={item.severity} />
            </Td>
            <Td label="Service">{item.service}</Td>
            <Td label="Declared">
              <Instant at={item.declaredAt} now={now} />
            </Td>
            <Td label="Resolved">{item.resolvedAt ? <Instant at={item.resolvedAt} now={now} /> : "still open"}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** What was published, and which postmortems are late. */
export function Postmortems({ postmortems, now }: { postmortems: WeeklyReport["postmortems"]; now: string }) {
  const { published, overdue } = postmortems;
  return (
    <>
      <p>
        {published === 0 ? "None was published." : `${published} ${published === 1 ? "was" : "were"} published.`}
        {overdue.length === 0 && " None is overdue."}
      </p>
      {overdue.length > 0 && (
        <ul className="mt-1 grid gap-1">
          {overdue.map(({ incidentId, reference, title, dueAt }) => (
            <li key={incidentId} className="flex flex-wrap gap-x-3">
              <TextLink href={`/incidents/${incidentId}/postmortem`} className="[overflow-wrap:anywhere]">
                {reference} {title}
              </TextLink>
              <Due at={dueAt} now={now} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function ItemTable({ items, now }: { items: readonly ReportedItem[]; now: string }) {
  return (
    <Table caption="Overdue post-incident items, the one due first before the others">
      <THead>
        <Tr>
          <Th>Item</Th>
          <Th>Incident</Th>
          <Th>Owner</Th>
          <Th>Due</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Item" className="[overflow-wrap:anywhere]">
              <TextLink href={`/action-items/${item.id}`}>{item.title}</TextLink>
            </Td>
            <Td label="Incident">
              <TextLink href={`/incidents/${item.incidentId}`}>{item.reference}</TextLink>
            </Td>
            <Td label="Owner">{item.owner}</Td>
            <Td label="Due">
              <Due at={item.dueAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
