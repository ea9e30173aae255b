"use client";

import { useTransition } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action";

type RunButtonProps<T> = {
  label: string;
  /** For those who hear the button without its row. */
  accessibleLabel?: string;
  pendingLabel: string;
  action: (input: unknown) => Promise<ActionResult<T>>;
  input: unknown;
  /** What to say when it is done; `false` tells of trouble. */
  told: (data: T) => { ok: boolean; text: string };
};

const UNREACHABLE = "The server did not answer, so it is not known whether this was done. Reload the page to see.";

/** A button that does one thing at once and says how it went. */
export function RunButton<T>({ label, accessibleLabel, pendingLabel, action, input, told }: RunButtonProps<T>) {
  const [pending, startTransition] = useTransition();
  function run() {
    if (pending) return;
    startTransition(async () => {
      const result = await action(input).catch(() => null);
      if (!result) return void toast.error(UNREACHABLE);
      if (!result.ok) return void toast.error(result.error.message);
      const { ok, text } = told(result.data);
      if (ok) toast.success(text);
      else toast.error(text);
    });
  }
  return (
    <SubmitButton
      size="sm"
      variant="secondary"
      pending={pending}
      pendingLabel={pendingLabel}
      aria-label={pending ? undefined : accessibleLabel}
      onClick={run}
    >
      {label}
    </SubmitButton>
  );
}
