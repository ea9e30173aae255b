import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { ActionItemSummary } from "@/lib/registry/action-item/view";
import { IssueLink } from "./issue-link";
import { ItemStatus, PriorityWord } from "./item-status";

/** What follows from one incident. */
export function IncidentItems({ items, now }: { items: readonly ActionItemSummary[]; now: string }) {
  return (
    <ul aria-label="Action items of this incident, those due first" className="divide-y border-y">
      {items.map((item) => (
        <li key={item.id} className="grid gap-1 py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <TextLink quiet href={`/action-items/${item.id}`} className="[overflow-wrap:anywhere]">
              {item.title}
            </TextLink>
            <ItemStatus item={item} />
          </div>
          <p className="flex flex-wrap gap-x-3 text-muted text-sm">
            <span className="text-foreground">{item.owner.name}</span>
            {item.state === "open" ? (
              <Due at={item.dueAt} now={now} className={item.overdue ? "font-medium text-no-go" : undefined} />
            ) : (
              item.closedAt && <Instant at={item.closedAt} now={now} />
            )}
            <span>
              <PriorityWord priority={item.priority} /> priority
            </span>
            {item.issue && <IssueLink issue={item.issue} />}
          </p>
        </li>
      ))}
    </ul>
  );
}
