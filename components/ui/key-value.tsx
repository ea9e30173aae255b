import type { ReactNode } from "react";

/** One fact in a line of facts: "threshold 200 ms". */
export function KeyValue({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span className="text-muted text-sm">{label}</span>
      <span className="tabular-nums">{children}</span>
    </span>
  );
}
