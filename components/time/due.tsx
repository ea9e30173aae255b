import { durationText, toDate, type When } from "./format";
import { Instant } from "./instant";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function roughly(ms: number): string {
  if (ms < MINUTE) return "under a minute";
  const days = Math.floor(ms / DAY);
  if (days >= 2) return `${days} days`;
  return durationText(Math.floor(ms / MINUTE) * MINUTE);
}

type DueProps = { at: When; now: When; className?: string };

/** A deadline: "due in 18 days" or "overdue by 2 days". */
export function Due({ at, now, className }: DueProps) {
  const leftMs = toDate(at).getTime() - toDate(now).getTime();
  const text = leftMs >= 0 ? `due in ${roughly(leftMs)}` : `overdue by ${roughly(-leftMs)}`;
  return <Instant at={at} now={now} text={text} className={className} />;
}
