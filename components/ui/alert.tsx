import type { ReactNode } from "react";
import { cn } from "./cn";
import { StatusIcon, type Tone, toneBlock } from "./status";

type AlertProps = {
  tone: Tone;
  title: ReactNode;
  actions?: ReactNode;
  /** Announce it when it appears after the page has loaded. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Alert({ tone, title, actions, live, className, children }: AlertProps) {
  return (
    <div
      role={live ? (tone === "no-go" ? "alert" : "status") : undefined}
      className={cn(
        "flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg border px-3.5 py-3",
        toneBlock[tone],
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-56 gap-2.5">
        <StatusIcon tone={tone} className="mt-0.5" />
        <div className="min-w-0">
          <p className="font-medium">{title}</p>
          {children && <div className="mt-0.5 text-foreground">{children}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap gap-2 text-foreground">{actions}</div>}
    </div>
  );
}
