"use client";

import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { toast } from "@/components/ui/toast";
import { dayAfter, endOfDay } from "@/components/waiver/last-day";
import { FindingField, LastDayField, ReasonFields } from "@/components/waiver/waiver-fields";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import type { Action } from "@/lib/web/action";

const FIELDS = ["finding", "justification", "mitigation", "expiresAt"] as const;

export type RequestAction = Action<{ id: string }>;
export type RequestWaiverDialogProps = {
  releaseId: string;
  check: OpenFindings;
  maxDays: number;
  now: string;
  action: RequestAction;
};

export default function RequestForm({
  releaseId,
  check,
  maxDays,
  now,
  action,
  close,
}: RequestWaiverDialogProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      scope: { releaseId },
      checkId: check.checkId,
      finding: String(typed.get("finding") ?? "") || undefined,
      justification: typed.get("justification"),
      mitigation: typed.get("mitigation"),
      expiresAt: endOfDay(String(typed.get("expiresAt"))),
    }),
    done: () => {
      close();
      toast.success("The waiver is requested");
    },
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Request waiver" pendingLabel="Requesting …" onCancel={close}>
      <FindingField findings={check.findings} wholeCovers={check.wholeCovers} error={errorOf("finding")} />
      <ReasonFields errorOf={errorOf} />
      <LastDayField
        now={now}
        last={dayAfter(now, maxDays - 1)}
        chosen={dayAfter(now, Math.min(7, maxDays - 1))}
        error={errorOf("expiresAt")}
      />
    </CommandForm>
  );
}
