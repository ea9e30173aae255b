"use client";

import { useState } from "react";
import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { exactTime } from "@/components/time/format";
import { toast } from "@/components/ui/toast";
import { dayAfter, endOfDay } from "@/components/waiver/last-day";
import { FindingField, LastDayField, PasswordField, ReasonFields } from "@/components/waiver/waiver-fields";
import type { OpenFindings } from "@/lib/core/gate/open-findings";
import type { Action } from "@/lib/web/action";
import type { RequestOfCheck } from "./request-note";

const FIELDS = ["finding", "justification", "mitigation", "expiresAt", "password"] as const;

export type WaiveAction = Action<{ id: string; releaseId: string | null; expiresAt: string }>;
export type WaiveDialogProps = {
  releaseId: string;
  check: OpenFindings;
  /** Open requests for this check: one for the same finding is granted by the waiver. */
  requests: readonly RequestOfCheck[];
  maxDays: number;
  now: string;
  action: WaiveAction;
};

const asText = (finding: string | null) => finding ?? "";

export default function WaiveForm({
  releaseId,
  check,
  requests,
  maxDays,
  now,
  action,
  close,
}: WaiveDialogProps & { close: () => void }) {
  const choices = [...(check.wholeCovers ? [""] : []), ...check.findings];
  const [finding, setFinding] = useState(
    () => requests.map((each) => asText(each.finding)).find((each) => choices.includes(each)) ?? choices[0] ?? "",
  );
  const request = requests.find((each) => asText(each.finding) === finding);
  const command = useCommandForm({
    action,
    fields: FIELDS,
    input: (typed) => ({
      scope: { releaseId },
      checkId: check.checkId,
      finding: finding || undefined,
      justification: typed.get("justification"),
      mitigation: typed.get("mitigation"),
      expiresAt: endOfDay(String(typed.get("expiresAt")), request?.expiresAt),
      requestId: request?.id,
      password: typed.get("password"),
    }),
    done: ({ expiresAt }) => {
      close();
      toast.success(`${check.title} is waived until ${exactTime(expiresAt)}`);
    },
  });
  const { errorOf } = command;
  const last = request ? request.expiresAt.slice(0, 10) : dayAfter(now, maxDays - 1);
  return (
    <CommandForm command={command} submitLabel="Sign waiver" pendingLabel="Signing …" onCancel={close}>
      <FindingField
        findings={check.findings}
        wholeCovers={check.wholeCovers}
        value={finding}
        onChoose={setFinding}
        error={errorOf("finding")}
      />
      {request && (
        <p className="text-sm">
          This grants the request of {request.requestedBy}, who asked until {exactTime(request.expiresAt)}. It can be
          shortened here, not extended.
        </p>
      )}
      <ReasonFields
        key={request?.id ?? "own"}
        errorOf={errorOf}
        justification={request?.justification}
        mitigation={request?.mitigation}
      />
      <LastDayField
        key={last}
        now={now}
        last={last}
        chosen={request ? last : dayAfter(now, Math.min(7, maxDays - 1))}
        error={errorOf("expiresAt")}
      />
      <PasswordField hint="Signs the waiver as you" error={errorOf("password")} />
    </CommandForm>
  );
}
