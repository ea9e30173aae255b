import { Instant } from "@/components/time/instant";
import { cn } from "@/components/ui/cn";
import { toneBlock } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { ReleaseBreakGlass } from "@/lib/registry/break-glass/queries";
import { BlockerList } from "./blocker-list";
import { BreakGlassMark } from "./break-glass-status";

type UsedBannerProps = { releaseId: string; used: NonNullable<ReleaseBreakGlass["used"]>; now: string };

/** Stands on a release for ever: who let it past the gate, why, and what was held against it then. */
export function UsedBanner({ releaseId, used, now }: UsedBannerProps) {
  const { requestedBy, confirmedBy, reason, usedAt, requestedAt, confirmedAt, decisionId, actionItem } = used;
  return (
    <section
      aria-label="Break-glass"
      id="break-glass"
      className={cn("rounded-lg border px-4 py-3.5", toneBlock["no-go"])}
    >
      <h2>
        <BreakGlassMark size="lg" />
      </h2>
      <div className="mt-1.5 grid gap-2 text-foreground">
        <p className="max-w-prose">
          Shipped by break-glass <Instant at={usedAt ?? requestedAt} now={now} />, not approved by the gate. Requested
          by {requestedBy}
          {confirmedAt && (
            <>
              , confirmed by {confirmedBy} <Instant at={confirmedAt} now={now} />
            </>
          )}
          .
        </p>
        <blockquote className="max-w-prose whitespace-pre-line border-no-go-line border-l-2 pl-3">{reason}</blockquote>
        <BlockerList blockers={used.blockers} />
        <p className="flex flex-wrap gap-x-4 text-sm">
          {decisionId && <TextLink href={`/releases/${releaseId}/decisions/${decisionId}`}>The decision</TextLink>}
          {actionItem && (
            <TextLink href={`/action-items/${actionItem.id}`}>Follow-up action item ({actionItem.state})</TextLink>
          )}
        </p>
      </div>
    </section>
  );
}
