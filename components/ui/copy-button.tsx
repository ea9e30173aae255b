"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "./cn";

type CopyButtonProps = { text: string; label: string; className?: string };

/** `label` names what is copied, for example "manifest digest". */
export function CopyButton({ text, label, className }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }
  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={copy}
        aria-label={`Copy ${label}`}
        title={`Copy ${label}`}
        data-no-print=""
        className={cn(
          "inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-sunken hover:text-foreground",
          className,
        )}
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
      <span role="status" className={outcome === "failed" ? "text-no-go text-sm" : "sr-only"}>
        {outcome === "copied" && `Copied ${label}`}
        {outcome === "failed" && "Copying was refused; select the text instead"}
      </span>
    </>
  );
}
