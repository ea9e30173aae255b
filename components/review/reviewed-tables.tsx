import { IncidentStatus, SeverityMark } from "@/components/incident/incident-status";
import { OutcomeStatus } from "@/components/rehearsal/rehearsal-status";
import { dayText } from "@/components/time/day-text";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { checkTitle } from "@/components/waiver/waiver-table";
import type { PolicyChange, ReviewedRehearsal, ReviewedWaiver, ReviewFacts } from "@/lib/core/review/model";

export function ReviewedIncidents({ incidents }: { incidents: ReviewFacts["incidents"] }) {
  return (
    <Table caption="Incidents that were declared in the quarter">
      <THead>
        <Tr>
          <Th>Incident</Th>
          <Th>Severity</Th>
          <Th>Service</Th>
          <Th>State</Th>
          <Th>Declared</Th>
        </Tr>
      </THead>
      <TBody>
        {incidents.map(({ id, reference, title, severity, service, state, declaredAt }) => (
          <Tr key={id}>
            <Td header label="Incident" className="[overflow-wrap:anywhere]">
              <span className="me-1.5 whitespace-nowrap text-muted tabular-nums">{reference}</span>
              <TextLink quiet href={`/incidents/${id}`}>
                {title}
              </TextLink>
            </Td>
            <Td label="Severity">
              <SeverityMark severity={severity} />
            </Td>
            <Td label="Service">{service}</Td>
            <Td label="State">
              <IncidentStatus state={state} />
            </Td>
            <Td label="Declared" className="whitespace-nowrap">
              {dayText(declaredAt)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function ReviewedWaivers({ waivers }: { waivers: readonly ReviewedWaiver[] }) {
  return (
    <Table caption="Waivers that were granted in the quarter">
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th>Applies to</Th>
          <Th>Granted by</Th>
          <Th>Granted</Th>
          <Th>Ends</Th>
        </Tr>
      </THead>
      <TBody>
        {waivers.map(({ id, checkId, service, release, grantedBy, grantedAt, expiresAt, revokedAt }) => (
          <Tr key={id}>
            <Td header label="Check">
              <TextLink quiet href={`/waivers/${id}`}>
                {checkTitle(checkId)}
              </TextLink>
            </Td>
            <Td label="Applies to">{release ? `${service} ${release}` : service}</Td>
            <Td label="Granted by">{grantedBy}</Td>
            <Td label="Granted" className="whitespace-nowrap">
              {dayText(grantedAt)}
            </Td>
            <Td label="Ends" className="whitespace-nowrap">
              {revokedAt ? `revoked ${dayText(revokedAt)}` : dayText(expiresAt)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function ReviewedRehearsals({ rehearsals }: { rehearsals: readonly ReviewedRehearsal[] }) {
  return (
    <Table caption="Rehearsals that were finished in the quarter">
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Outcome</Th>
          <Th>Finished</Th>
        </Tr>
      </THead>
      <TBody>
        {rehearsals.map(({ id, service, environment, outcome, finishedAt }) => (
          <Tr key={id}>
            <Td header label="Service">
              <TextLink quiet href={`/rehearsals/${id}`}>
                {service}
              </TextLink>
            </Td>
            <Td label="Environment">{environment}</Td>
            <Td label="Outcome">
              <OutcomeStatus outcome={outcome} />
            </Td>
            <Td label="Finished" className="whitespace-nowrap">
              {dayText(finishedAt)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const POLICY_PAGES: Record<PolicyChange["what"], string> = {
  "gate-policy": "/settings/policy",
  "incident-policy": "/settings/incidents",
  "approval-matrix": "/settings/matrix",
};

export function PolicyChanges({ changes }: { changes: readonly PolicyChange[] }) {
  return (
    <Table caption="Changes of policies and of the approval matrix in the quarter">
      <THead>
        <Tr>
          <Th>Change</Th>
          <Th>Reason</Th>
          <Th>By</Th>
          <Th>On</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map(({ what, title, reason, by, at }) => (
          <Tr key={`${at} ${title}`}>
            <Td header label="Change">
              <TextLink quiet href={POLICY_PAGES[what]}>
                {title}
              </TextLink>
            </Td>
            <Td label="Reason">{reason ?? <span className="text-muted">none recorded</span>}</Td>
            <Td label="By">{by ?? <span className="text-muted">not recorded</span>}</Td>
            <Td label="On" className="whitespace-nowrap">
              {dayText(at)}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
