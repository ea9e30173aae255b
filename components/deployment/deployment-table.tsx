import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DeploymentSummary } from "@/lib/registry/deployment/queries";
import { DeploymentStateStatus, MatchStatus } from "./match-status";

type DeploymentTableProps = { items: readonly DeploymentSummary[]; now: string; caption?: string };

export function DeploymentTable({ items, now, caption = "Deployments, newest first" }: DeploymentTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Deployed</Th>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Version</Th>
          <Th>Approval</Th>
          <Th>State</Th>
          <Th>By</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((deployment) => (
          <Tr key={deployment.id}>
            <Td header label="Deployed" className="whitespace-nowrap">
              <TextLink quiet href={`/deployments/${deployment.id}`}>
                <Instant at={deployment.deployedAt} now={now} />
              </TextLink>
            </Td>
            <Td label="Service">{deployment.service}</Td>
            <Td label="Environment">{deployment.environment}</Td>
            <Td label="Version">
              <Version deployment={deployment} />
            </Td>
            <Td label="Approval">
              <MatchStatus match={deployment.match} finding={deployment.finding} />
            </Td>
            <Td label="State">
              <DeploymentStateStatus state={deployment.state} />
            </Td>
            <Td label="By" className="[overflow-wrap:anywhere]">
              {deployment.deployedBy ?? <span className="text-muted">not told</span>}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** The release that it is of, where that is known; else what was reported. */
export function Version({ deployment: { release, version, commit } }: { deployment: DeploymentSummary }) {
  if (release) {
    return (
      <TextLink href={`/releases/${release.id}`} className="[overflow-wrap:anywhere]">
        {release.version}
      </TextLink>
    );
  }
  if (version) return <span className="[overflow-wrap:anywhere]">{version}</span>;
  return commit ? <code title={commit}>{commit.slice(0, 10)}</code> : <span className="text-muted">not told</span>;
}
