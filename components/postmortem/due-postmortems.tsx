import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { DuePostmortem } from "@/lib/registry/postmortem/view";
import { DeadlineStatus } from "./deadline-status";
import { DEADLINE_WORDS } from "./words";

/** What is owed after incidents, the latest first. Nothing where nothing is owed. */
export function DuePostmortems({ items, now }: { items: readonly DuePostmortem[]; now: string }) {
  if (items.length === 0) return null;
  return (
    <Section title="Postmortems owed" count={items.length}>
      <ul className="divide-y border-y">
        {items.map(({ incidentId, reference, title, commander, deadline, by, isOverdue }) => (
          <li key={incidentId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <TextLink href={`/incidents/${incidentId}/postmortem`}>
                {reference} {title}
              </TextLink>
              <span className="ms-2 text-muted text-sm">{commander ?? "no commander"}</span>
            </span>
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-muted text-sm">{DEADLINE_WORDS[deadline].owed}</span>
              <DeadlineStatus at={by} state={isOverdue ? "overdue" : "due"} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
