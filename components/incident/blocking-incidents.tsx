import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { ReleaseIncident } from "@/lib/registry/incident/view";
import { Elapsed } from "./elapsed";
import { IncidentStatus } from "./incident-status";

/** Before everything else on a release: which open incidents keep it from shipping, and until when. */
export function BlockingIncidents({ items, now }: { items: readonly ReleaseIncident[]; now: string }) {
  const blocking = items.filter(({ blocks }) => blocks);
  const [first] = blocking;
  if (!first) return null;
  const severity = SEVERITY_WORDS[first.severity];
  return (
    <Alert
      tone="no-go"
      className="mb-6"
      title={
        blocking.length === 1
          ? `An open ${severity} blocks this release until it is resolved`
          : `${blocking.length} open ${severity} incidents block this release until they are resolved`
      }
    >
      <ul className="grid gap-y-1">
        {blocking.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-2">
            <TextLink href={`/incidents/${item.id}`} className="min-w-0 [overflow-wrap:anywhere]">
              {item.reference} {item.title}
            </TextLink>
            <IncidentStatus state={item.state} />
            <Elapsed since={item.detectedAt} until={null} now={now} className="tabular-nums" />
            <span className="text-muted">{item.commander ? `led by ${item.commander}` : "no commander"}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
