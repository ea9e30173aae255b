"use client";

import { Gavel, LoaderCircle } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Verdict } from "@/lib/core/gate/verdict";
import type { Action } from "@/lib/web/action";
import { VERDICT_WORDS } from "./verdict-words";

export type RecordDecisionAction = Action<{ decisionId: string; verdict: Verdict }>;
type RecordDecisionButtonProps = { releaseId: string; action: RecordDecisionAction };

/** Evaluates the gate now and stores the answer as a decision, whatever it is. */
export function RecordDecisionButton({ releaseId, action }: RecordDecisionButtonProps) {
  const [pending, startTransition] = useTransition();
  function record() {
    if (pending) return;
    startTransition(async () => {
      const result = await action({ releaseId }).catch(() => null);
      if (!result) toast.error("The server did not answer. Reload the page to see whether it was recorded.");
      else if (!result.ok) toast.error(result.error.message);
      else toast.success(`Decision recorded: ${VERDICT_WORDS[result.data.verdict.verdict].word}`);
    });
  }
  return (
    <Button onClick={record} aria-disabled={pending || undefined}>
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : <Gavel aria-hidden />}
      Evaluate and record decision
    </Button>
  );
}
