import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { Evidence } from "@/lib/core/gate/verdict";

const PLACES: Partial<Record<Evidence["kind"], (id: string) => string>> = {
  calendar: (id) => `/settings/calendars#${id}`,
  incident: (id) => `/incidents/${id}`,
  scorecard: (id) => `/scorecards/${id}`,
  rehearsal: (id) => `/rehearsals/${id}`,
  waiver: (id) => `/waivers/${id}`,
};
const NAMES: Record<Evidence["kind"], string> = {
  scorecard: "Scorecard",
  metrics: "Metrics snapshot",
  manifest: "Manifest",
  rehearsal: "Rehearsal",
  waiver: "Waiver",
  incident: "Incident",
  release: "Release",
  policy: "Policy",
  calendar: "Calendar entry",
};

type EvidenceLinkProps = { evidence: Evidence; now: string; manifestHref: string };

/** What a check rests on: its kind, name, age, and the way to it where it has a page. */
export function EvidenceLink({ evidence, now, manifestHref }: EvidenceLinkProps) {
  const { kind, id, label, at } = evidence;
  const href = kind === "manifest" ? manifestHref : id ? PLACES[kind]?.(id) : undefined;
  const name = `${NAMES[kind]} ${label}`;
  return (
    <p className="text-sm [overflow-wrap:anywhere]">
      {href ? <TextLink href={href}>{name}</TextLink> : name}
      {at && (
        <>
          , <Instant at={at} now={now} className="text-muted" />
        </>
      )}
    </p>
  );
}
