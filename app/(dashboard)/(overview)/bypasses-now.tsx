import { Version } from "@/components/deployment/deployment-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/lib/core/access";
import { unexplainedDeployments } from "@/lib/registry/deployment/queries";
import { load } from "@/lib/web/load";

const SHOWN = 3;

/** Deployments that nothing allowed and nobody has explained: the first thing to see, for everybody. */
export async function BypassesNow({ actor }: { actor: Actor }) {
  const found = await load(unexplainedDeployments(actor));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref="/" />;
  const { items, isAll, now } = found.data;
  if (items.length === 0) return null;
  const count = `${items.length}${isAll ? "" : " or more"}`;
  return (
    <Alert
      tone="no-go"
      className="mb-6"
      title={items.length === 1 ? "1 deployment without approval" : `${count} deployments without approval`}
      actions={<TextLink href="/deployments?finding=open">Explain them</TextLink>}
    >
      <ul>
        {items.slice(0, SHOWN).map((deployment) => (
          <li key={deployment.id}>
            <TextLink href={`/deployments/${deployment.id}`}>
              {deployment.service} in {deployment.environment}
            </TextLink>{" "}
            <Version deployment={deployment} /> <Instant at={deployment.deployedAt} now={now} className="text-muted" />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
