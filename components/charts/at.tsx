import type { ReactNode } from "react";

/** Puts shapes in pixels at a place that is a share of the box around: `x` and `y` as percent. */
export function At({ x, y, children }: { x: string; y: string; children: ReactNode }) {
  return (
    <svg aria-hidden x={x} y={y} className="overflow-visible">
      {children}
    </svg>
  );
}
