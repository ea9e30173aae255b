"use client";

import { durationText, exactTime } from "@/components/time/format";
import { Status } from "@/components/ui/status";
import { useServerNow } from "./use-server-now";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SOON = 5 * MINUTE;

const minutesOf = (ms: number) => (ms < MINUTE ? "under a minute" : durationText(Math.floor(ms / MINUTE) * MINUTE));

/** Counts down to the update that is owed, and says by how much it is late. */
export function NextUpdate({ at, now }: { at: string; now: string }) {
  const leftMs = Date.parse(at) - useServerNow(now, SECOND);
  const tone = leftMs < 0 ? "no-go" : leftMs < SOON ? "waiver" : "info";
  const label = leftMs < 0 ? `overdue by ${minutesOf(-leftMs)}` : `due in ${minutesOf(leftMs)}`;
  return (
    <time dateTime={at} data-exact={exactTime(at)}>
      <Status tone={tone} label={label} size="sm" />
    </time>
  );
}
