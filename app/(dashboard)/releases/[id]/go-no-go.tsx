import { SignPanel } from "@/components/approval/sign-panel";
import { WaitingOn } from "@/components/approval/waiting-on";
import { FreezePanel } from "@/components/gate/freeze-panel";
import { VerdictBanner } from "@/components/gate/verdict-banner";
import { LiveBlockers } from "@/components/live/live-blockers";
import { LiveChecks } from "@/components/live/live-checks";
import { LiveGateProvider } from "@/components/live/live-gate";
import { LiveVerdict } from "@/components/live/live-verdict";
import { LoadFailure } from "@/components/page/load-failure";
import type { PersonActor } from "@/lib/core/access";
import { waitingSince } from "@/lib/core/approval/since";
import { releaseGate } from "@/lib/registry/gate/queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { requestWaiverAction, signReleaseAction, waiveCheckAction, withdrawSignatureAction } from "./actions";
import { overrideFreezeAction, revokeOverrideAction } from "./freeze-actions";
import { manifestOf } from "./release-of";

type GoNoGoProps = { release: ReleaseDetail; actor: PersonActor; compare: string | undefined };

/** The answer, what stands in its way, on whom it waits, and the signature: in this order on a phone too. */
export async function GoNoGo({ release, actor, compare }: GoNoGoProps) {
  const [gate, manifest] = await Promise.all([
    load(releaseGate(actor, release.id)),
    manifestOf(actor, release.id, compare),
  ]);
  if (!gate.ok || !manifest.ok) {
    const failure = gate.ok ? manifest : gate;
    return (
      <div className="grid gap-3">
        <VerdictBanner verdict="unknown" sentence="The gate could not be asked, so nothing may ship on this page." />
        {!failure.ok && <LoadFailure failure={failure.failure} retryHref={`/releases/${release.id}`} />}
      </div>
    );
  }
  const { verdict, evaluatedAt, approvals, waiving } = gate.data;
  const current = manifest.data?.current ?? null;
  return (
    <LiveGateProvider releaseId={release.id} initial={{ verdict, evaluatedAt }}>
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <LiveVerdict />
          <LiveBlockers
            reader={{ name: actor.name, roles: [...actor.roles, ...(actor.delegatedRoles ?? [])] }}
            requests={gate.data.waiverRequests}
          />
          <FreezePanel
            releaseId={release.id}
            freezes={gate.data.freezes}
            now={evaluatedAt}
            overrideAction={overrideFreezeAction}
            revokeAction={revokeOverrideAction}
          />
        </div>
        <div className="min-w-0 max-lg:mt-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <WaitingOn approvals={approvals} since={sinceOf(release)} now={evaluatedAt} />
          <SignPanel
            releaseId={release.id}
            manifest={current && { revision: current.revision, digest: current.digest, content: current.content }}
            signing={gate.data.signing}
            signerName={actor.name}
            mySignature={gate.data.mySignature}
            now={evaluatedAt}
            signAction={signReleaseAction}
            withdrawAction={withdrawSignatureAction}
          />
        </div>
        <div className="mt-8 min-w-0">
          <LiveChecks
            releaseId={release.id}
            waivers={gate.data.waiversInUse}
            waiving={waiving}
            requests={gate.data.waiverRequests}
            waiveAction={waiveCheckAction}
            requestAction={requestWaiverAction}
          />
        </div>
      </div>
    </LiveGateProvider>
  );
}

function sinceOf({ manifest, approvalsRequestedAt }: ReleaseDetail): string | null {
  if (!manifest) return approvalsRequestedAt;
  const asked = approvalsRequestedAt === null ? null : new Date(approvalsRequestedAt);
  return waitingSince(asked, new Date(manifest.createdAt)).toISOString();
}
