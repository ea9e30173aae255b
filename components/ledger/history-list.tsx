import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { EntrySummary } from "@/lib/registry/ledger/summary";
import { Actor } from "./entry-table";

/** Entries of one record as sentences: who did what, and when. */
export function HistoryList({ items, now }: { items: readonly EntrySummary[]; now: string }) {
  return (
    <ol className="grid border-border border-l pl-4">
      {items.map((item) => (
        <li key={item.index} className="flex flex-wrap items-baseline gap-x-2 py-1">
          <span className="[overflow-wrap:anywhere]">
            <span className="font-medium">
              <Actor actor={item.actor} />
            </span>{" "}
            {item.sentence}
          </span>
          <span className="text-muted text-sm">
            <TextLink quiet href={`/registry/${item.index}`}>
              <Instant at={item.at} now={now} />
            </TextLink>
          </span>
        </li>
      ))}
    </ol>
  );
}
