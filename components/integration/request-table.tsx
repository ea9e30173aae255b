import { Instant } from "@/components/time/instant";
import { Status, type Tone } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { RequestState } from "@/lib/core/deployment/answer";
import type { DeploymentRequestView } from "@/lib/registry/deployment-request/queries";

const STATES: Record<RequestState, { tone: Tone; label: string }> = {
  waiting: { tone: "info", label: "Waiting" },
  approved: { tone: "go", label: "Approved" },
  rejected: { tone: "no-go", label: "Rejected" },
  unanswerable: { tone: "unknown", label: "Not answered" },
};

type RequestTableProps = {
  items: DeploymentRequestView[];
  now: string;
  caption: string;
  /** On a page of the release itself there is no link to it. */
  ofOneRelease?: boolean;
};

/** Deployments that asked the gate, and what they were told. */
export function RequestTable({ items, now, caption, ofOneRelease = false }: RequestTableProps) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Deployment</Th>
          <Th>State</Th>
          <Th>What it was told</Th>
          <Th>Asked</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td header label="Deployment">
              <Deployment item={item} />
            </Td>
            <Td label="State" className="whitespace-nowrap">
              <Status {...STATES[item.state]} />
            </Td>
            <Td label="What it was told">
              <Told item={item} link={linkOf(item, ofOneRelease)} />
            </Td>
            <Td label="Asked" className="whitespace-nowrap">
              <Instant at={item.requestedAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Deployment({ item }: { item: DeploymentRequestView }) {
  const { repository, externalEnvironment, commit, integration } = item;
  return (
    <>
      <span className="wrap-anywhere font-medium">
        {repository} → {externalEnvironment || "?"}
      </span>
      <span className="block text-muted text-sm">
        {commit && <code>{commit.slice(0, 12)}</code>} by {integration.name}
      </span>
    </>
  );
}

type Link = { href: string; text: string };

function linkOf({ releaseId, decisionId }: DeploymentRequestView, ofOneRelease: boolean): Link | null {
  if (!releaseId) return null;
  const href = `/releases/${releaseId}`;
  if (decisionId) return { href: `${href}/decisions/${decisionId}`, text: "Decision" };
  return ofOneRelease ? null : { href, text: "Release" };
}

function Told({ item: { note }, link }: { item: DeploymentRequestView; link: Link | null }) {
  const [summary, ...todo] = (note ?? "").split("\n");
  return (
    <div className="wrap-anywhere max-w-prose">
      <p>{summary || <span className="text-muted">nothing yet</span>}</p>
      {todo.length > 0 && (
        <ul className="mt-1 list-disc ps-4 text-muted text-sm">
          {todo.map((line) => (
            <li key={line}>{line.replace(/^- /, "")}</li>
          ))}
        </ul>
      )}
      {link && <TextLink href={link.href}>{link.text}</TextLink>}
    </div>
  );
}
