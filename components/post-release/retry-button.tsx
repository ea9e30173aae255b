"use client";

import { LoaderCircle, RotateCw } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type RetryButtonProps = { releaseId: string; step: string; title: string; action: Action<unknown> };

/** Asks for a step to be done again; the page shows what came of it. */
export function RetryButton({ releaseId, step, title, action }: RetryButtonProps) {
  const [pending, startTransition] = useTransition();
  function retry() {
    if (pending) return;
    startTransition(async () => {
      const result = await action({ releaseId, step }).catch(() => null);
      if (!result) toast.error("The server did not answer. Reload the page to see whether it was asked for.");
      else if (!result.ok) toast.error(result.error.message);
      else toast.success(`Asked for: ${title}. It is done within seconds; reload to see.`);
    });
  }
  return (
    <Button size="sm" onClick={retry} aria-disabled={pending || undefined} aria-label={`Try again: ${title}`}>
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : <RotateCw aria-hidden />}
      Try again
    </Button>
  );
}
