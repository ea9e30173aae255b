"use client";

import { usePathname } from "next/navigation";
import { durationText, exactTime } from "@/components/time/format";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { useGate } from "./live-gate";

const STEP_MS = 5_000;

function ago(ageMs: number | null): string {
  if (ageMs === null || ageMs < STEP_MS) return "just now";
  return `${durationText(Math.floor(ageMs / STEP_MS) * STEP_MS)} ago`;
}

/** When the verdict was last confirmed, and whether the page is still connected. */
export function FreshnessNote() {
  const { gate, disconnection, ageMs } = useGate();
  const path = usePathname();
  const updated = (
    <time dateTime={gate.evaluatedAt} data-exact={exactTime(gate.evaluatedAt)} className="tabular-nums">
      Updated {ago(ageMs)}
    </time>
  );
  return (
    <div role="status" aria-live="off" className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {disconnection && <Status tone="unknown" label="Disconnected" size="sm" />}
      {updated}
      {disconnection === "signed-out" && (
        <TextLink href={`/sign-in?back=${encodeURIComponent(path)}`}>Your session has ended: sign in again</TextLink>
      )}
      {disconnection === "unreachable" && <span>The server does not answer; trying again every 10 seconds.</span>}
      {!disconnection && <span className="text-muted">live</span>}
    </div>
  );
}
