import { Due } from "@/components/time/due";
import { TextLink } from "@/components/ui/text-link";
import type { ActionItemSummary } from "@/lib/registry/action-item/view";
import type { WaitingBreakGlass } from "@/lib/registry/break-glass/waiting";
import { type Need, NeedList } from "./need-list";

export function BreakGlassNeeds({ items, now }: { items: readonly WaitingBreakGlass[]; now: string }) {
  const needs = items.map(({ id, releaseId, service, version, requestedBy, expiresAt }): Need => {
    return {
      key: id,
      what: (
        <>
          <TextLink href={`/releases/${releaseId}#break-glass`}>
            {service} {version}
          </TextLink>{" "}
          <span className="text-muted">asked by {requestedBy}</span>
        </>
      ),
      when: <Due at={expiresAt} now={now} className="text-muted" />,
    };
  });
  return <NeedList title="Break-glass to confirm" needs={needs} />;
}

export function ActionItemNeeds({ items, now }: { items: readonly ActionItemSummary[]; now: string }) {
  const needs = items.map(({ id, title, owner, dueAt, overdue, incident }): Need => {
    return {
      key: id,
      what: (
        <>
          <TextLink href={`/action-items/${id}`}>{title}</TextLink> <span className="text-muted">{owner.name}</span>
          {incident && <span className="whitespace-nowrap text-muted">, {incident.reference}</span>}
        </>
      ),
      when: <Due at={dueAt} now={now} className={overdue ? "font-medium text-no-go" : "text-muted"} />,
    };
  });
  const more = <TextLink href="/action-items">All action items</TextLink>;
  return <NeedList title="Action items" needs={needs} more={more} />;
}
