import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentSummary } from "@/lib/registry/incident/view";
import { IncidentStatus, SeverityMark } from "./incident-status";

type RelatedIncidentsProps<I extends IncidentSummary> = {
  items: readonly I[];
  now: string;
  /** What each has to do with the record, in a few words. */
  why?: (item: I) => string;
};

/** Incidents seen from a record that they concern. */
export function RelatedIncidents<I extends IncidentSummary>({ items, now, why }: RelatedIncidentsProps<I>) {
  return (
    <ul className="divide-y border-y">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5">
          <SeverityMark severity={item.severity} />
          <TextLink href={`/incidents/${item.id}`} className="min-w-0 [overflow-wrap:anywhere]">
            {item.reference} {item.title}
          </TextLink>
          <IncidentStatus state={item.state} />
          {why && <span>{why(item)}</span>}
          <span className="text-muted text-sm">
            <Instant at={item.declaredAt} now={now} prefix="declared" />
          </span>
        </li>
      ))}
    </ul>
  );
}
