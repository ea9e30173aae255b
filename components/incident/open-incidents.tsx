import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { SEVERITIES } from "@/lib/core/incident/model";
import type { IncidentSummary } from "@/lib/registry/incident/view";
import { Elapsed } from "./elapsed";
import { IncidentStatus, SeverityMark } from "./incident-status";
import { SEVERITY_TONES } from "./words";

const SHOWN = 5;

/** Every open incident with its clock, the worst first; nothing at all while none is open. */
export function OpenIncidents({ items, now }: { items: readonly IncidentSummary[]; now: string }) {
  const [worst] = SEVERITIES.filter((severity) => items.some((item) => item.severity === severity));
  if (!worst) return null;
  const ordered = items.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return (
    <Alert
      tone={SEVERITY_TONES[worst]}
      className="mb-6"
      title={items.length === 1 ? "1 open incident" : `${items.length} open incidents`}
      actions={<TextLink href="/incidents?state=open">All open incidents</TextLink>}
    >
      <ul className="grid gap-y-1">
        {ordered.slice(0, SHOWN).map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-2">
            <SeverityMark severity={item.severity} />
            <TextLink href={`/incidents/${item.id}`} className="min-w-0 [overflow-wrap:anywhere]">
              {item.reference} {item.title}
            </TextLink>
            <span className="text-muted">{item.services.join(", ")}</span>
            <IncidentStatus state={item.state} />
            <Elapsed since={item.detectedAt} until={null} now={now} className="tabular-nums" />
            <span className="text-muted">{item.commander ? `led by ${item.commander}` : "no commander"}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
