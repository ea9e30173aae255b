import { FreshnessIndicator } from "@/components/rehearsal/freshness-indicator";
import { TextLink } from "@/components/ui/text-link";
import { needsRehearsal } from "@/lib/core/rehearsal/agenda";
import type { RehearsalNeed } from "@/lib/registry/overview/queries";
import type { Need, NeedGroup } from "./need-group";

const DATED: readonly string[] = ["due_soon", "overdue", "stale"];

export function rehearsalNeeds({ needs, now }: { needs: readonly RehearsalNeed[]; now: string }): NeedGroup {
  const items = needs.map(({ service, environment, indicator, reason, latestId }): Need => {
    const href = latestId ? `/rehearsals/${latestId}` : `/rehearsals?service=${service}&environment=${environment}`;
    return {
      key: `${service} ${environment}`,
      urgency: needsRehearsal(indicator) ? "late" : "waiting",
      what: (
        <>
          <TextLink href={href}>
            {service} in {environment}
          </TextLink>
          {!DATED.includes(indicator.word) && <span className="text-muted"> {reason}</span>}
        </>
      ),
      when: <FreshnessIndicator indicator={indicator} now={now} size="sm" />,
    };
  });
  return { id: "rehearsals", title: "Rehearsals", needs: items, all: { href: "/rehearsals", label: "All rehearsals" } };
}
