import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { DeliveryView, IntegrationView, LinkView } from "@/lib/registry/integration/queries";

type IntegrationSectionProps = {
  integration: IntegrationView;
  now: string;
  webhookUrl: string;
  actions: ReactNode;
  linkAction: ReactNode;
  unlinkOf: (link: LinkView) => ReactNode;
};

/** One system that asks the gate: how it is connected, what its repositories are, what it sent lately. */
export function IntegrationSection(props: IntegrationSectionProps) {
  const { integration, now, webhookUrl, actions, linkAction, unlinkOf } = props;
  const { name, kind, enabled, apiUrl, appId, createdAt, createdBy, links, deliveries } = integration;
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-2">
          {name} <Badge>{kind === "github" ? "GitHub App" : "webhook"}</Badge>
        </span>
      }
      actions={actions}
    >
      <DefinitionList columns={3}>
        <Definition term="State">
          <Status tone={enabled ? "go" : "no-go"} label={enabled ? "Enabled" : "Disabled"} />
        </Definition>
        {kind === "github" && (
          <Definition term="App">
            <span className="wrap-anywhere">
              {appId} at {apiUrl}
            </span>
          </Definition>
        )}
        <Definition term="Added">
          <Instant at={createdAt} now={now} /> by {createdBy}
        </Definition>
      </DefinitionList>
      <div className="mt-3 grid gap-1">
        <p className="font-medium text-sm">Webhook URL</p>
        <CodeSnippet code={webhookUrl} label={`webhook URL of ${name}`} />
      </div>
      <div className="mt-4 grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-medium">Linked repositories</h3>
          {linkAction}
        </div>
        {links.length === 0 ? (
          <p className="text-muted">
            None.{" "}
            {kind === "github"
              ? "Deployments of a repository that is not linked are not answered."
              : "It can still name a service by its short name."}
          </p>
        ) : (
          <LinkTable name={name} links={links} unlinkOf={unlinkOf} />
        )}
      </div>
      <Details summary="Latest deliveries" count={deliveries.length} open={false}>
        <Deliveries name={name} deliveries={deliveries} now={now} />
      </Details>
    </Section>
  );
}

type LinkTableProps = { name: string; links: LinkView[]; unlinkOf: (link: LinkView) => ReactNode };

function LinkTable({ name, links, unlinkOf }: LinkTableProps) {
  return (
    <Table caption={`Repositories linked to ${name}`}>
      <THead>
        <Tr>
          <Th>Repository</Th>
          <Th>Service</Th>
          <Th>Names of environments</Th>
          <Th>Change</Th>
        </Tr>
      </THead>
      <TBody>
        {links.map((link) => (
          <Tr key={link.id}>
            <Td header label="Repository" className="wrap-anywhere">
              {link.repository}
            </Td>
            <Td label="Service">{link.service}</Td>
            <Td label="Names of environments">
              {link.environments.map((each) => `${each.name} is ${each.environment}`).join(", ") || "the same"}
            </Td>
            <Td label="Change">{unlinkOf(link)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Deliveries({ name, deliveries, now }: { name: string; deliveries: DeliveryView[]; now: string }) {
  if (deliveries.length === 0) return <p className="text-muted">Nothing was delivered yet.</p>;
  return (
    <Table caption={`Latest deliveries of ${name}, newest first`}>
      <THead>
        <Tr>
          <Th>Delivery</Th>
          <Th>Event</Th>
          <Th>Outcome</Th>
          <Th>Received</Th>
        </Tr>
      </THead>
      <TBody>
        {deliveries.map(({ id, event, outcome, receivedAt }) => (
          <Tr key={id}>
            <Td header label="Delivery" className="wrap-anywhere">
              <code className="text-sm">{id}</code>
            </Td>
            <Td label="Event">{event}</Td>
            <Td label="Outcome">{outcome}</Td>
            <Td label="Received" className="whitespace-nowrap">
              <Instant at={receivedAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
