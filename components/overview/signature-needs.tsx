import { VerdictStatus } from "@/components/gate/verdict-status";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { urgencyOf } from "@/lib/core/overview/urgency";
import type { WaitingBreakGlass } from "@/lib/registry/break-glass/waiting";
import type { SignatureDue } from "@/lib/registry/overview/signatures-due";
import type { Need, NeedGroup } from "./need-group";

export function signatureNeeds({ due, now }: { due: readonly SignatureDue[]; now: string }): NeedGroup {
  const needs = due.map(({ releaseId, service, version, environment, roles, since, verdict }): Need => {
    return {
      key: releaseId,
      urgency: "waiting",
      what: (
        <>
          <TextLink href={`/releases/${releaseId}#sign`}>
            {service} {version}
          </TextLink>{" "}
          for {environment} <span className="text-muted">as {roles.join(" or ")}</span>
        </>
      ),
      when: (
        <span className="flex flex-wrap items-center gap-x-3">
          <VerdictStatus verdict={verdict} size="sm" />
          <Instant at={since} now={now} prefix="waiting since" className="text-muted" />
        </span>
      ),
    };
  });
  return { id: "signatures", title: "Your signature", needs, all: { href: "/releases", label: "All releases" } };
}

export function breakGlassNeeds({ items, now }: { items: readonly WaitingBreakGlass[]; now: string }): NeedGroup {
  const needs = items.map(({ id, releaseId, service, version, requestedBy, expiresAt }): Need => {
    return {
      key: id,
      urgency: urgencyOf(new Date(expiresAt), new Date(now)),
      what: (
        <>
          <TextLink href={`/releases/${releaseId}#break-glass`}>
            {service} {version}
          </TextLink>{" "}
          <span className="text-muted">asked by {requestedBy}</span>
        </>
      ),
      when: <Due at={expiresAt} now={now} className="text-muted" />,
    };
  });
  return { id: "break-glass", title: "Break-glass to confirm", needs };
}
