"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type DraftButtonProps = { releaseId: string; label: string; action: Action<{ missing: readonly unknown[] }> };

/** Puts a draft together from the latest evidence. */
export function DraftButton({ releaseId, label, action }: DraftButtonProps) {
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  function draft() {
    startTransition(async () => {
      const result = await action({ releaseId }).catch(() => null);
      setProblem(result?.ok === false ? result.error.message : result ? undefined : "The server did not answer.");
      if (result?.ok) toast.success("The manifest is drafted from the latest evidence");
    });
  }
  return (
    <div className="grid justify-items-start gap-1">
      <Button onClick={pending ? undefined : draft} aria-disabled={pending || undefined}>
        {pending ? "Drafting …" : label}
      </Button>
      <FormError>{problem}</FormError>
    </div>
  );
}
