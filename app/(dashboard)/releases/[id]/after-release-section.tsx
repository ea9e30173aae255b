import { LoadFailure } from "@/components/page/load-failure";
import { RollbackStatus } from "@/components/post-release/rollback-status";
import { StepTable } from "@/components/post-release/step-table";
import { STEP_MEANINGS, STEP_TITLES } from "@/components/post-release/step-words";
import { VerificationView } from "@/components/post-release/verification-view";
import { Section } from "@/components/ui/section";
import { type Actor, can } from "@/lib/core/access";
import { POST_RELEASE_STEPS } from "@/lib/core/post-release/steps";
import { type AfterRelease, afterRelease } from "@/lib/registry/post-release/queries";
import { type RollbackView, rollbackIndicators } from "@/lib/registry/post-release/rollback-readiness";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { acceptVerificationAction, retryStepAction } from "./post-release-actions";

type AfterReleaseSectionProps = { release: ReleaseDetail; actor: Actor };

/** What follows the rollout: what Readiness does of itself, and the window in which the release is watched. */
export async function AfterReleaseSection({ release, actor }: AfterReleaseSectionProps) {
  const [found, rollback] = await Promise.all([
    load(afterRelease(actor, release.id)),
    load(rollbackIndicators(actor, { releaseId: release.id })),
  ]);
  if (!found.ok) {
    return (
      <Section title="After release" id="after-release">
        <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}#after-release`} />
      </Section>
    );
  }
  const { steps, verification, now } = found.data;
  if (!verification) return <NotYet />;
  const verifies = can(actor, "release:verify");
  return (
    <>
      <Section title="After release" id="after-release" description={progressOf(steps)}>
        <StepTable releaseId={release.id} steps={steps} now={now} retry={verifies ? retryStepAction : null} />
        {rollback.ok && rollback.data.places[0] && <RollbackToday place={rollback.data.places[0]} steps={steps} />}
      </Section>
      <Section
        title="Verification"
        id="verification"
        description="The gate's own telemetry checks, judged every minute on the metrics that arrive after the rollout."
      >
        <VerificationView
          releaseId={release.id}
          window={verification}
          now={now}
          accept={verifies ? acceptVerificationAction : null}
        />
      </Section>
    </>
  );
}

function progressOf(steps: AfterRelease["steps"]): string {
  const failed = steps.filter(({ state }) => state === "failed").length;
  if (failed > 0)
    return `${failed} of ${steps.length} failed and ${failed === 1 ? "is" : "are"} tried again by itself.`;
  const waiting = steps.filter(({ state }) => state === "pending").length;
  return waiting > 0
    ? `${waiting} of ${steps.length} still to be done.`
    : "Everything that follows the rollout is done.";
}

/** What was judged after the rollout may be otherwise by now: a rehearsal becomes stale. */
function RollbackToday({ place, steps }: { place: RollbackView; steps: AfterRelease["steps"] }) {
  const judged = steps.find(({ step }) => step === "rollback")?.result.rollback;
  if (!judged || judged.state === place.state) return null;
  return (
    <div className="mt-3">
      <p className="text-muted text-sm">The way back as of today:</p>
      <RollbackStatus state={place.state} reasons={place.reasons} />
    </div>
  );
}

function NotYet() {
  return (
    <Section
      title="After release"
      id="after-release"
      description="When the rollout has succeeded, this follows of itself. Then the release is watched for 30 to 60 minutes."
    >
      <ul className="list-disc ps-5 text-muted">
        {POST_RELEASE_STEPS.map((step) => (
          <li key={step}>
            <span className="text-foreground">{STEP_TITLES[step]}.</span> {STEP_MEANINGS[step]}
          </li>
        ))}
      </ul>
    </Section>
  );
}
