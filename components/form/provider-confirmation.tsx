"use client";

import { ShieldCheck } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import { FRESH_SECONDS } from "@/lib/core/identity/reauthentication";
import { hearConfirmation } from "./confirmation-channel";

const PAGE = "/confirm-identity";
const WINDOW = "popup,width=520,height=680";

type State = { step: "needed" | "blocked" | "waiting" | "stale" } | { step: "confirmed"; id: string };

const WORDS: Record<State["step"], (provider: string) => string> = {
  needed: (provider) => `You sign in again with ${provider} in a window of its own. What you typed here stays.`,
  blocked: () => "The browser kept the window from opening. Open it with this link:",
  waiting: (provider) => `Waiting for ${provider} …`,
  stale: () => "Two minutes have passed. Confirm again.",
  confirmed: () => "Confirmed. This lasts for two minutes.",
};

/** Proves who it is at the identity provider, in another window, so that nothing typed in this one is lost. */
export function ProviderConfirmation({ provider, error }: { provider: string; error: string[] }) {
  const [state, setState] = useState<State>({ step: "needed" });
  const hintId = useId();
  const isWaiting = state.step === "waiting" || state.step === "blocked";
  useEffect(() => {
    if (isWaiting) return hearConfirmation((id) => setState({ step: "confirmed", id }));
  }, [isWaiting]);
  useEffect(() => {
    if (state.step !== "confirmed") return;
    const timer = setTimeout(() => setState({ step: "stale" }), FRESH_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [state]);

  function open() {
    const opened = window.open(PAGE, "readiness-confirmation", WINDOW);
    opened?.focus();
    setState({ step: opened ? "waiting" : "blocked" });
  }

  return (
    <div className="grid content-start justify-items-start gap-1.5">
      {state.step === "confirmed" && <input type="hidden" name="confirmation" value={state.id} />}
      <Button onClick={open} aria-describedby={hintId}>
        <ShieldCheck aria-hidden />
        Confirm with {provider}
      </Button>
      <p id={hintId} role="status" className="text-muted text-sm">
        {state.step === "confirmed" ? (
          <Status tone="go" size="sm" label={WORDS.confirmed(provider)} />
        ) : (
          WORDS[state.step](provider)
        )}{" "}
        {state.step === "blocked" && (
          <a href={PAGE} target="_blank" rel="noopener opener" className="underline">
            Confirm with {provider}
          </a>
        )}
      </p>
      <FormError>{error.length > 0 && state.step !== "confirmed" && error.join(" ")}</FormError>
    </div>
  );
}
