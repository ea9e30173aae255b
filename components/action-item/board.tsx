import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { RECENT_DAYS, SOON_DAYS, type Urgency } from "@/lib/core/action-item/urgency";
import type { BoardColumn } from "@/lib/registry/action-item/board";
import type { ActionItemSummary } from "@/lib/registry/action-item/view";
import { Origin } from "./action-item-table";
import { ItemStatus, PriorityWord } from "./item-status";

const WORDS: Record<Urgency, string> = {
  overdue: "Overdue",
  soon: `Due within ${SOON_DAYS} days`,
  later: "Due later",
  closed: `Closed in the last ${RECENT_DAYS} days`,
};
const NOTHING: Record<Urgency, string> = {
  overdue: "Nothing is overdue.",
  soon: "Nothing is due.",
  later: "Nothing is due later.",
  closed: "Nothing was closed.",
};

export function ActionItemBoard({ columns, now }: { columns: readonly BoardColumn[]; now: string }) {
  return (
    <div className="grid gap-x-5 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
      {columns.map(({ urgency, total, items }) => (
        <section key={urgency} aria-labelledby={`column-${urgency}`} className="min-w-0">
          <h2 id={`column-${urgency}`} className="border-b pb-1.5 font-semibold">
            {WORDS[urgency]} <span className="ms-1 font-normal text-muted tabular-nums">{total}</span>
          </h2>
          {items.length === 0 && <p className="pt-2 text-muted">{NOTHING[urgency]}</p>}
          <ul className="divide-y">
            {items.map((item) => (
              <Card key={item.id} item={item} now={now} />
            ))}
          </ul>
          {total > items.length && (
            <p className="pt-2 text-muted text-sm">and {total - items.length} more in the list</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Card({ item, now }: { item: ActionItemSummary; now: string }) {
  const { id, title, owner, dueAt, closedAt, state, overdue, priority, service } = item;
  return (
    <li className="grid gap-1 py-2.5">
      <TextLink quiet href={`/action-items/${id}`} className="font-medium [overflow-wrap:anywhere]">
        {title}
      </TextLink>
      <p className="text-sm">
        {owner.name}
        <span className="text-muted"> · {service ?? "no service"}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
        {state === "open" ? (
          <>
            <Due at={dueAt} now={now} className={overdue ? "font-medium text-no-go" : undefined} />
            <span>
              <PriorityWord priority={priority} /> priority
            </span>
          </>
        ) : (
          <>
            <ItemStatus item={item} />
            {closedAt && <Instant at={closedAt} now={now} />}
          </>
        )}
        <span>
          <Origin item={item} />
        </span>
      </p>
    </li>
  );
}
