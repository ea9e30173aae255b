import { SeverityMark } from "@/components/incident/incident-status";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ChangeFailure, ChangeFailureList } from "@/lib/registry/readiness/change-failures";

/** Releases that went wrong in production, each with the incidents that are put down to it. */
export function ChangeFailureTable({ items, windowHours, now }: ChangeFailureList) {
  return (
    <Table caption="Releases that incidents are put down to">
      <THead>
        <Tr>
          <Th>Release</Th>
          <Th>Environment</Th>
          <Th>Rolled out</Th>
          <Th>Incidents</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.releaseId}>
            <Td header label="Release" className="[overflow-wrap:anywhere]">
              <TextLink quiet href={`/releases/${item.releaseId}`}>
                {item.service} {item.version}
              </TextLink>
              {item.rolledBackTo && (
                <span className="block font-normal text-muted text-sm">rolled back to {item.rolledBackTo}</span>
              )}
            </Td>
            <Td label="Environment">{item.environment}</Td>
            <Td label="Rolled out" className="whitespace-nowrap">
              {item.releasedAt ? (
                <Instant at={item.releasedAt} now={now} />
              ) : (
                <span className="text-muted">did not succeed</span>
              )}
            </Td>
            <Td label="Incidents">
              <Incidents incidents={item.incidents} windowHours={windowHours} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Incidents({ incidents, windowHours }: Pick<ChangeFailure, "incidents"> & { windowHours: number }) {
  return (
    <ul className="grid gap-1">
      {incidents.map(({ id, reference, title, severity, basis }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <SeverityMark severity={severity} /> <span className="text-muted tabular-nums">{reference}</span>{" "}
          <TextLink href={`/incidents/${id}`}>{title}</TextLink>
          <span className="block text-muted text-sm">
            {basis === "explicit" ? "named by a person" : `last rollout within ${windowHours} h before it`}
          </span>
        </li>
      ))}
    </ul>
  );
}
