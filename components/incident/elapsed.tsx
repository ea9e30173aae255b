"use client";

import { clockText } from "./clock-text";
import { useServerNow } from "./use-server-now";

type ElapsedProps = {
  since: string;
  /** Null: it runs on. */
  until: string | null;
  now: string;
  className?: string;
};

const SECOND = 1000;

/** How long an incident has lasted, to the second; it runs while the incident is open. */
export function Elapsed({ since, until, now, className }: ElapsedProps) {
  const current = useServerNow(now, SECOND);
  const ms = (until === null ? current : Date.parse(until)) - Date.parse(since);
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  return (
    <time dateTime={`PT${seconds}S`} className={className}>
      {clockText(seconds)}
    </time>
  );
}
