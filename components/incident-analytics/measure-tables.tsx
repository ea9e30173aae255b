import { SeverityMark } from "@/components/incident/incident-status";
import { STATE_WORDS } from "@/components/incident/words";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ServiceMeasures, SeverityMeasures } from "@/lib/core/incident/analytics";
import { INCIDENT_STATES, SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { TimeInState } from "@/lib/core/incident/time-in-state";
import { MeanText } from "./mean-text";
import { WAITING_WORDS } from "./words";

export function SeverityTable({ rows }: { rows: readonly SeverityMeasures[] }) {
  return (
    <Table caption="Incidents by severity">
      <THead>
        <Tr>
          <Th>Severity</Th>
          <Th numeric>Incidents</Th>
          <Th numeric>Open</Th>
          <Th numeric>Time to acknowledge</Th>
          <Th numeric>Time to resolve</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ severity, incidents, open, timeToAcknowledge, timeToResolve }) => (
          <Tr key={severity}>
            <Td header label="Severity">
              <SeverityMark severity={severity} />
            </Td>
            <Td label="Incidents" numeric>
              {incidents}
            </Td>
            <Td label="Open" numeric>
              {open}
            </Td>
            <Td label="Time to acknowledge" numeric>
              <MeanText mean={timeToAcknowledge} />
            </Td>
            <Td label="Time to resolve" numeric>
              <MeanText mean={timeToResolve} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** `hrefOf`: the same page for one service. */
export function ServiceTable({
  rows,
  hrefOf,
}: {
  rows: readonly ServiceMeasures[];
  hrefOf: (service: string) => string;
}) {
  return (
    <Table caption="Incidents by service">
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th numeric>Incidents</Th>
          {SEVERITIES.map((severity) => (
            <Th key={severity} numeric>
              {SEVERITY_WORDS[severity]}
            </Th>
          ))}
          <Th numeric>Time to acknowledge</Th>
          <Th numeric>Time to resolve</Th>
          <Th numeric>Time between</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.service}>
            <Td header label="Service">
              <TextLink quiet href={hrefOf(row.service)}>
                {row.service}
              </TextLink>
            </Td>
            <Td label="Incidents" numeric>
              {row.incidents}
            </Td>
            {SEVERITIES.map((severity) => (
              <Td key={severity} label={SEVERITY_WORDS[severity]} numeric>
                {row.bySeverity[severity]}
              </Td>
            ))}
            <Td label="Time to acknowledge" numeric>
              <MeanText mean={row.timeToAcknowledge} />
            </Td>
            <Td label="Time to resolve" numeric>
              <MeanText mean={row.timeToResolve} />
            </Td>
            <Td label="Time between" numeric>
              <MeanText mean={row.timeBetween} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function StateTable({ times }: { times: TimeInState }) {
  return (
    <Table caption="Mean time in each state">
      <THead>
        <Tr>
          <Th>State</Th>
          <Th>How long</Th>
          <Th numeric>Mean</Th>
          <Th numeric>Incidents</Th>
        </Tr>
      </THead>
      <TBody>
        {INCIDENT_STATES.filter((state) => state !== "closed").map((state) => (
          <Tr key={state}>
            <Td header label="State">
              {STATE_WORDS[state].label}
            </Td>
            <Td label="How long" className="text-muted">
              {WAITING_WORDS[state]}
            </Td>
            <Td label="Mean" numeric>
              <MeanText mean={times[state]} />
            </Td>
            <Td label="Incidents" numeric>
              {times[state]?.of ?? 0}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
