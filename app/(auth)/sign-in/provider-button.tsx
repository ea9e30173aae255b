"use client";

import { KeyRound } from "lucide-react";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/field";

/** Signs in at the identity provider; what went wrong there comes back in the address. */
export function ProviderButton({ provider, back }: { provider: string; back: string }) {
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");
  const isLeaving = state === "leaving";

  function leave() {
    if (isLeaving) return;
    setState("leaving");
    signIn("oidc", { callbackUrl: back }).catch(() => setState("failed"));
  }

  return (
    <div className="grid gap-2">
      <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        or
      </p>
      <Button onClick={leave} aria-disabled={isLeaving || undefined}>
        <KeyRound aria-hidden />
        {isLeaving ? `Going on to ${provider} …` : `Sign in with ${provider}`}
      </Button>
      <FormError>{state === "failed" ? "The server did not answer. Try again." : null}</FormError>
    </div>
  );
}
