"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useTransition } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/web/action";

type CommandButtonProps = Pick<ButtonProps, "variant" | "size" | "className"> & {
  action: Action<unknown>;
  input: Record<string, unknown>;
  done: string;
  children: ReactNode;
};

/** A command at one press, for what is neither dangerous nor needs words. A refusal is told with its reason. */
export function CommandButton({ action, input, done, children, ...look }: CommandButtonProps) {
  const [pending, startTransition] = useTransition();
  function run() {
    if (pending) return;
    startTransition(async () => {
      const result = await action(input).catch(() => null);
      if (!result) toast.error("The server did not answer. Reload the page to see whether it was done.");
      else if (!result.ok) toast.error(result.error.message);
      else toast.success(done);
    });
  }
  return (
    <Button {...look} onClick={run} aria-disabled={pending || undefined}>
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </Button>
  );
}
