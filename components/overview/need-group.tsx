import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { byUrgency, type Urgency } from "@/lib/core/overview/urgency";

/** Something that waits: what, and since or until when. */
export type Need = { key: string; what: ReactNode; when: ReactNode; urgency: Urgency };

/** Things of one kind that wait, the most pressing first. `all` leads to the list that has every one of them. */
export type NeedGroup = {
  id: string;
  title: string;
  needs: readonly Need[];
  /** So many are looked up at most: with as many there may be more. */
  most?: number;
  all?: { href: string; label: string };
};

const MOST_SHOWN = 6;

/** Groups under each other, those with something late first. */
export function NeedGroups({ groups }: { groups: readonly NeedGroup[] }) {
  const ordered = byUrgency(groups.map((group) => ({ group, urgencies: group.needs.map(({ urgency }) => urgency) })));
  return (
    <div className="divide-y divide-border-strong/60 border-y">
      {ordered.map(({ group }) => (
        <NeedGroupRows key={group.id} group={group} />
      ))}
    </div>
  );
}

/** One kind beside its lines: the kinds stand under each other without gaps, however many lines each has. */
function NeedGroupRows({ group: { id, title, needs, most, all } }: { group: NeedGroup }) {
  const headingId = `needs-${id}`;
  return (
    <section aria-labelledby={headingId} className="grid gap-x-6 py-1 md:grid-cols-[13rem_1fr]">
      <h3 id={headingId} className="py-1.5 font-medium">
        {title} <span className="font-normal text-muted tabular-nums">{countText(needs.length, most)}</span>
      </h3>
      <div className="min-w-0">
        <ul className="divide-y">
          {needs.slice(0, MOST_SHOWN).map(({ key, what, when }) => (
            <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5 py-1.5">
              <div className="min-w-0 [overflow-wrap:anywhere]">{what}</div>
              <div className="text-sm">{when}</div>
            </li>
          ))}
        </ul>
        {needs.length > MOST_SHOWN && (
          <p className="border-t py-1.5 text-sm">
            {all ? <TextLink href={all.href}>{all.label}</TextLink> : `and ${needs.length - MOST_SHOWN} more`}
          </p>
        )}
      </div>
    </section>
  );
}

const countText = (count: number, most?: number): string =>
  most !== undefined && count >= most ? `${count}+` : `${count}`;
