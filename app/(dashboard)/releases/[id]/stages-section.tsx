import { LoadFailure } from "@/components/page/load-failure";
import { EndDialog } from "@/components/release/end-dialog";
import { RefusalList } from "@/components/release/refusal-list";
import { StageControls } from "@/components/release/stage-controls";
import { StageLine } from "@/components/release/stage-line";
import { Duration } from "@/components/time/duration";
import { Section } from "@/components/ui/section";
import { type Actor, can, inOwnRight } from "@/lib/core/access";
import { nextSteps, possibleEnds } from "@/lib/core/release/next-steps";
import { stageHistory } from "@/lib/registry/release/history-queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { advanceReleaseAction, rejectReleaseAction } from "./actions";
import { manifestOf } from "./release-of";

type StagesSectionProps = { release: ReleaseDetail; actor: Actor; compare: string | undefined };

export async function StagesSection({ release, actor, compare }: StagesSectionProps) {
  const { id, leadTimeSeconds, rolledBackTo, now } = release;
  const [history, controls] = await Promise.all([
    load(stageHistory(actor, id)),
    controlsOf({ release, actor, compare }),
  ]);
  const leadTime = leadTimeSeconds !== null && (
    <>
      Lead time <Duration seconds={leadTimeSeconds} />, from the candidate to the end of the rollout.
    </>
  );
  return (
    <Section title="Stages" id="stages" description={leadTime} actions={controls}>
      {history.ok ? (
        <>
          <StageLine releaseId={id} steps={history.data.steps} rolledBackTo={rolledBackTo} now={now} />
          <RefusalList releaseId={id} refusals={history.data.refusals} now={now} />
        </>
      ) : (
        <LoadFailure failure={history.failure} retryHref={`/releases/${id}#stages`} />
      )}
    </Section>
  );
}

/** What the reader may do with the stages now; null where that is nothing. */
async function controlsOf({ release, actor, compare }: StagesSectionProps) {
  const { id, stage, stageStatus: status } = release;
  const mayAdvance = can(actor, "release:advance");
  const steps = mayAdvance ? nextSteps({ stage, status }) : [];
  const ends = possibleEnds({ stage, status }).filter((end) =>
    end === "rejected" ? can(inOwnRight(actor), "release:sign") : mayAdvance,
  );
  if (steps.length === 0 && ends.length === 0) return null;
  const manifest = await manifestOf(actor, id, compare);
  const content = manifest.ok ? manifest.data?.current.content : undefined;
  return (
    <>
      <StageControls
        releaseId={id}
        steps={steps}
        artifacts={(content?.artifacts ?? []).map(({ name, hash }) => ({ name, hash }))}
        action={advanceReleaseAction}
      />
      {ends.map((end) => (
        <EndDialog
          key={end}
          releaseId={id}
          end={end}
          backTo={release.versionBefore}
          action={end === "rejected" ? rejectReleaseAction : advanceReleaseAction}
        />
      ))}
    </>
  );
}
