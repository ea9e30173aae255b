"use client";

import { CheckList } from "@/components/gate/check-list";
import { type WaiveAction, WaiveDialog } from "@/components/gate/waive-dialog";
import type { WaiverOfCheck } from "@/components/gate/waiver-note";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import { useGate } from "./live-gate";

type LiveChecksProps = {
  releaseId: string;
  waivers: readonly WaiverOfCheck[];
  /** Null: the reader may not waive; `bar` then says why, where that is worth saying. */
  waiving: { bar: string | null; checks: readonly OpenFindings[]; maxDays: number } | null;
  waiveAction: WaiveAction;
};

/** The checks of the live verdict, with a way to waive those that may be. */
export function LiveChecks({ releaseId, waivers, waiving, waiveAction }: LiveChecksProps) {
  const { gate } = useGate();
  const waivable = waiving && !waiving.bar ? waiving.checks : [];
  return (
    <>
      <CheckList
        checks={gate.verdict.checks}
        now={gate.evaluatedAt}
        manifestHref="#manifest"
        waivers={waivers}
        actionOf={({ id }) => {
          const check = waivable.find(({ checkId }) => checkId === id);
          if (!check || !waiving) return null;
          const { maxDays } = waiving;
          return (
            <WaiveDialog
              releaseId={releaseId}
              check={check}
              maxDays={maxDays}
              now={gate.evaluatedAt}
              action={waiveAction}
            />
          );
        }}
      />
      {waiving?.bar && <p className="mt-2 text-muted text-sm">You cannot waive here: {waiving.bar}</p>}
    </>
  );
}
