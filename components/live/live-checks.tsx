"use client";

import { CheckList } from "@/components/gate/check-list";
import { RequestNote, type RequestOfCheck } from "@/components/gate/request-note";
import { RequestWaiverDialog } from "@/components/gate/request-waiver-dialog";
import type { RequestAction } from "@/components/gate/request-waiver-form";
import { WaiveDialog } from "@/components/gate/waive-dialog";
import type { WaiveAction } from "@/components/gate/waive-form";
import type { WaiverOfCheck } from "@/components/gate/waiver-note";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import { useGate } from "./live-gate";

type Waiving = {
  /** What a waiver could let through, and what the reader can do about it. */
  checks: readonly OpenFindings[];
  mayGrant: boolean;
  mayRequest: boolean;
  bar: string | null;
  maxDays: number;
};
type LiveChecksProps = {
  releaseId: string;
  waivers: readonly WaiverOfCheck[];
  waiving: Waiving;
  requests: readonly RequestOfCheck[];
  waiveAction: WaiveAction;
  requestAction: RequestAction;
};

/** The checks of the live verdict, with a way to waive those that may be, or to ask for it. */
export function LiveChecks({ waivers, waiving, requests, ...rest }: LiveChecksProps) {
  const { gate } = useGate();
  return (
    <>
      <CheckList
        checks={gate.verdict.checks}
        now={gate.evaluatedAt}
        manifestHref="#manifest"
        waivers={waivers}
        actionOf={({ id }) => (
          <Waive
            {...rest}
            waiving={waiving}
            check={waiving.checks.find(({ checkId }) => checkId === id)}
            requests={requests.filter(({ checkId }) => checkId === id)}
            now={gate.evaluatedAt}
          />
        )}
      />
      {waiving.bar && <p className="mt-2 text-muted text-sm">You cannot waive here: {waiving.bar}</p>}
    </>
  );
}

type WaiveProps = Omit<LiveChecksProps, "waivers"> & { check: OpenFindings | undefined; now: string };

function Waive({ releaseId, check, waiving, requests, now, waiveAction, requestAction }: WaiveProps) {
  const { mayGrant, mayRequest, maxDays } = waiving;
  return (
    <>
      {requests.map((request) => (
        <RequestNote key={request.id} request={request} now={now} />
      ))}
      {check && mayGrant && <WaiveDialog {...{ releaseId, check, requests, maxDays, now }} action={waiveAction} />}
      {check && mayRequest && !isAllRequested(check, requests) && (
        <RequestWaiverDialog {...{ releaseId, check, maxDays, now }} action={requestAction} />
      )}
    </>
  );
}

/** Each part of the check is asked for already. */
function isAllRequested({ findings, wholeCovers }: OpenFindings, requests: readonly RequestOfCheck[]): boolean {
  const asked = requests.map(({ finding }) => finding);
  if (wholeCovers && asked.includes(null)) return true;
  return findings.length > 0 && findings.every((finding) => asked.includes(finding));
}
