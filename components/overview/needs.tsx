import { FreshnessIndicator } from "@/components/rehearsal/freshness-indicator";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { CHECK_TITLES } from "@/lib/core/gate/checks/titles";
import type { RehearsalNeed } from "@/lib/registry/overview/queries";
import type { SignatureDue } from "@/lib/registry/overview/signatures-due";
import type { WaiverSummary } from "@/lib/registry/waiver/queries";
import { type Need, NeedList } from "./need-list";

export function SignatureNeeds({ due, now }: { due: readonly SignatureDue[]; now: string }) {
  const needs = due.map(({ releaseId, service, version, environment, roles, since }): Need => {
    return {
      key: releaseId,
      what: (
        <>
          <TextLink href={`/releases/${releaseId}`}>
            {service} {version}
          </TextLink>{" "}
          for {environment} <span className="text-muted">as {roles.join(" or ")}</span>
        </>
      ),
      when: <Instant at={since} now={now} prefix="waiting since" className="text-muted" />,
    };
  });
  return <NeedList title="Your signature" needs={needs} more={<TextLink href="/releases">All releases</TextLink>} />;
}

export function RehearsalNeeds({ needs, now }: { needs: readonly RehearsalNeed[]; now: string }) {
  const items = needs.map(({ service, environment, indicator, reason, latestId }): Need => {
    const href = latestId ? `/rehearsals/${latestId}` : `/rehearsals?service=${service}&environment=${environment}`;
    const isDated = ["due_soon", "overdue", "stale", "fresh"].includes(indicator.word);
    return {
      key: `${service} ${environment}`,
      what: (
        <>
          <TextLink href={href}>
            {service} in {environment}
          </TextLink>
          {!isDated && <span className="block text-muted text-sm">{reason}</span>}
        </>
      ),
      when: <FreshnessIndicator indicator={indicator} now={now} size="sm" />,
    };
  });
  return <NeedList title="Rehearsals" needs={items} more={<TextLink href="/rehearsals">All rehearsals</TextLink>} />;
}

export function WaiverNeeds({ waivers, now }: { waivers: readonly WaiverSummary[]; now: string }) {
  const titles: Record<string, string> = CHECK_TITLES;
  const needs = waivers.map(({ id, checkId, finding, service, release, expiresAt }): Need => {
    return {
      key: id,
      what: (
        <>
          <TextLink href={`/waivers/${id}`}>{titles[checkId] ?? checkId}</TextLink>
          {finding && ` ${finding}`}{" "}
          <span className="text-muted">
            {release ? `${service} ${release.version}` : `every release of ${service}`}
          </span>
        </>
      ),
      when: <Instant at={expiresAt} now={now} prefix="expires" className="text-muted" />,
    };
  });
  const more = <TextLink href="/waivers?view=active&state=expiring">All expiring waivers</TextLink>;
  return <NeedList title="Waivers about to expire" needs={needs} more={more} />;
}
