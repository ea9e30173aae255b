import { Blockers } from "@/components/gate/blockers";
import { CheckList } from "@/components/gate/check-list";
import { VerdictBanner } from "@/components/gate/verdict-banner";
import { LoadFailure } from "@/components/page/load-failure";
import { stageName } from "@/components/release/stage-status";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import type { PersonActor } from "@/lib/core/access";
import { decisionById } from "@/lib/registry/gate/decision";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

type SettledVerdictProps = { release: ReleaseDetail; actor: PersonActor };

/** Of a release that has shipped or ended the last decision counts, as it was made: evidence ages, records do not. */
export async function SettledVerdict({ release, actor }: SettledVerdictProps) {
  const { id, stage, lastDecision, now } = release;
  if (!lastDecision) {
    return (
      <VerdictBanner verdict="unknown" sentence={`This release is ${stageName(stage)}; no decision was recorded.`} />
    );
  }
  const found = await load(decisionById(actor, lastDecision.id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/releases/${id}`} />;
  const { verdict, decidedAt } = found.data;
  return (
    <div>
      <VerdictBanner
        verdict={verdict.verdict}
        sentence={verdict.summary}
        note={
          <>
            {release.byBreakGlass && "This is what the gate said of a release that went past it. "}
            This release is {stageName(stage)}. Its last decision is of <Instant at={decidedAt} now={now} />:{" "}
            <TextLink href={`/releases/${id}/decisions/${lastDecision.id}`}>the decision as it was recorded</TextLink>
          </>
        }
      />
      {release.endedAt === null && !release.byBreakGlass && (
        <Blockers verdict={verdict} reader={{ name: actor.name, roles: actor.roles }} />
      )}
      <CheckList checks={verdict.checks} now={decidedAt} manifestHref="#manifest" />
    </div>
  );
}
