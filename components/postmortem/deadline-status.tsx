"use client";

import { useServerNow } from "@/components/incident/use-server-now";
import { durationText, exactTime } from "@/components/time/format";
import { Status } from "@/components/ui/status";
import type { DeadlineState } from "@/lib/core/incident/postmortem/deadlines";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const spanWords = (ms: number) => (ms < MINUTE ? "under a minute" : durationText(Math.floor(ms / MINUTE) * MINUTE));

/** How a deadline stands: counted down while it is open, and how it ended afterwards. */
export function DeadlineStatus({ at, state, now }: { at: string; state: DeadlineState; now: string }) {
  const leftMs = Date.parse(at) - useServerNow(now, SECOND);
  const { tone, label } = wordOf(state, leftMs);
  return (
    <time dateTime={at} data-exact={exactTime(at)}>
      <Status tone={tone} label={label} size="sm" />
    </time>
  );
}

function wordOf(state: DeadlineState, leftMs: number) {
  if (state === "done-in-time") return { tone: "go", label: "in time" } as const;
  if (state === "done-late") return { tone: "waiver", label: "late" } as const;
  if (leftMs < 0) return { tone: "no-go", label: `overdue by ${spanWords(-leftMs)}` } as const;
  return { tone: state === "due" ? "waiver" : "info", label: `due in ${spanWords(leftMs)}` } as const;
}
