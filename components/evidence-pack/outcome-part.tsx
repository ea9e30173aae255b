import { DeploymentStateStatus, MatchStatus } from "@/components/deployment/match-status";
import { IncidentStatus, SeverityMark } from "@/components/incident/incident-status";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ItemState } from "@/lib/core/checklist/item";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { When } from "./when";

/** What was deployed of it, and whether the gate had allowed that. */
export function DeploymentPart({ pack: { deployments } }: { pack: EvidencePack }) {
  return (
    <Section title="Deployments" id="deployments" count={deployments.length}>
      {deployments.length === 0 ? (
        <p className="text-muted">None was reported.</p>
      ) : (
        <Table caption="Deployments as they were reported">
          <THead>
            <Tr>
              <Th>When</Th>
              <Th>State</Th>
              <Th>Approval</Th>
              <Th>Why</Th>
              <Th>By</Th>
            </Tr>
          </THead>
          <TBody>
            {deployments.map((each) => (
              <Tr key={each.id}>
                <Td header label="When">
                  <TextLink quiet href={`/deployments/${each.id}`}>
                    <When at={each.deployed_at} />
                  </TextLink>
                </Td>
                <Td label="State">
                  <DeploymentStateStatus state={each.state} />
                </Td>
                <Td label="Approval">
                  <MatchStatus match={each.match} finding={null} />
                </Td>
                <Td label="Why" className="[overflow-wrap:anywhere]">
                  {each.explanation}
                </Td>
                <Td label="By" className="[overflow-wrap:anywhere]">
                  {each.deployed_by ?? "not told"}, through {each.source}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}

/** What went wrong with it, as far as anybody has said so. */
export function IncidentPart({ pack: { incidents } }: { pack: EvidencePack }) {
  return (
    <Section title="Incidents" id="incidents" count={incidents.length}>
      {incidents.length === 0 && <p className="text-muted">None is put down to it or linked with it.</p>}
      <ul className="grid gap-1">
        {incidents.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-x-3">
            <SeverityMark severity={each.severity} />
            <TextLink href={`/incidents/${each.id}`}>
              {each.reference} {each.title}
            </TextLink>
            <IncidentStatus state={each.state} />
            <span>{each.relation === "cause" ? "caused by this release" : "linked with it"}</span>
            <span className="text-muted text-sm">
              declared <When at={each.declared_at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const STATES: Record<ItemState, { tone: "go" | "waiver" | "info"; label: string }> = {
  done: { tone: "go", label: "Done" },
  open: { tone: "waiver", label: "Open" },
  not_needed: { tone: "info", label: "Not needed" },
};

/** The playbook's checklist, as it was when the pack was made. */
export function ChecklistPart({ pack: { checklist } }: { pack: EvidencePack }) {
  return (
    <Section title="Checklist" id="checklist">
      <Table caption="Checklist of the release">
        <THead>
          <Tr>
            <Th>Item</Th>
            <Th>State</Th>
            <Th>Why</Th>
          </Tr>
        </THead>
        <TBody>
          {checklist.items.map(({ id, title, state, why }) => (
            <Tr key={id}>
              <Td header label="Item">
                {title}
              </Td>
              <Td label="State">
                <Status {...STATES[state]} size="sm" />
              </Td>
              <Td label="Why" className="[overflow-wrap:anywhere]">
                {why}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
