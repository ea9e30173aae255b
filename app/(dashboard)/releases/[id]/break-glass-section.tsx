import { CancelBreakGlassDialog, ConfirmBreakGlassDialog } from "@/components/break-glass/answer-dialogs";
import { OpenPanel } from "@/components/break-glass/open-panel";
import { PastBreakGlasses } from "@/components/break-glass/past-list";
import { RequestBreakGlassDialog } from "@/components/break-glass/request-dialog";
import { UsedBanner } from "@/components/break-glass/used-banner";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { PersonActor } from "@/lib/core/access";
import { blockersOf } from "@/lib/core/break-glass/request";
import { type ReleaseBreakGlass, releaseBreakGlass } from "@/lib/registry/break-glass/queries";
import { liveVerdict } from "@/lib/registry/gate/queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { cancelBreakGlassAction, confirmBreakGlassAction, requestBreakGlassAction } from "./break-glass-actions";

type BreakGlassProps = { release: ReleaseDetail; actor: PersonActor };

/** Of a release that went past the gate, or that somebody asks to let past it. Most releases have none of it. */
export async function BreakGlassSection({ release, actor }: BreakGlassProps) {
  const found = await load(releaseBreakGlass(actor, release.id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}`} />;
  const { used, open, now } = found.data;
  if (!used && !open) return null;
  return (
    <div className="mb-6 grid gap-3">
      {used && <UsedBanner releaseId={release.id} used={used} now={now} />}
      {open && <OpenPanel open={open} now={now} bar={barOf(found.data)} actions={<Answers view={found.data} />} />}
    </div>
  );
}

const barOf = ({ open, confirmBar }: ReleaseBreakGlass) => (open?.state === "requested" ? confirmBar : null);

function Answers({ view: { open, confirmBar, mayCancel } }: { view: ReleaseBreakGlass }) {
  if (!open) return null;
  return (
    <>
      {open.state === "requested" && confirmBar === null && (
        <ConfirmBreakGlassDialog
          breakGlassId={open.id}
          requestedBy={open.requestedBy}
          action={confirmBreakGlassAction}
        />
      )}
      {mayCancel && <CancelBreakGlassDialog breakGlassId={open.id} action={cancelBreakGlassAction} />}
    </>
  );
}

/** Kept away from the verdict and the signature: a way out that is there when somebody looks for it. */
export async function BreakGlassOffer({ release, actor }: BreakGlassProps) {
  const found = await load(releaseBreakGlass(actor, release.id));
  if (!found.ok) return null;
  const { mayRequest, past, now } = found.data;
  const live = mayRequest ? await load(liveVerdict(actor, release.id)) : null;
  const isHeld = live?.ok && live.data.verdict.verdict !== "approve";
  if (!isHeld && past.length === 0) return null;
  return (
    <Section title="If it cannot wait" id="break-glass-offer">
      {isHeld && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          Two people together can let this release past the gate.
          <RequestBreakGlassDialog
            releaseId={release.id}
            name={`${release.serviceName} ${release.version}`}
            blockers={blockersOf(live.data.verdict).map(({ title }) => title)}
            action={requestBreakGlassAction}
          />
        </p>
      )}
      <PastBreakGlasses past={past} now={now} />
    </Section>
  );
}
