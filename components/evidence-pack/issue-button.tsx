"use client";

import { LoaderCircle, Stamp } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type IssueButtonProps = { releaseId: string; action: Action<{ id: string; digest: string }> };

/** Keeps the evidence as it is now and opens exactly that pack. */
export function IssueButton({ releaseId, action }: IssueButtonProps) {
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  function issue() {
    if (pending) return;
    startTransition(async () => {
      const result = await action({ releaseId }).catch(() => null);
      if (!result) toast.error("The server did not answer. Reload the page to see whether it was issued.");
      else if (!result.ok) toast.error(result.error.message);
      else {
        toast.success("Evidence pack issued");
        router.push(`/releases/${releaseId}/evidence-pack?issued=${result.data.id}` as Route);
      }
    });
  }
  return (
    <Button variant="primary" onClick={issue} aria-disabled={pending || undefined}>
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : <Stamp aria-hidden />}
      Issue this pack
    </Button>
  );
}
