import { Instant } from "@/components/time/instant";
import { cn } from "@/components/ui/cn";
import { Status, type Tone } from "@/components/ui/status";
import type { FreshnessIndicator as Indicator } from "@/lib/core/rehearsal/indicator";

const WORDS: Record<Indicator["word"], { tone: Tone; label: string }> = {
  fresh: { tone: "go", label: "Fresh" },
  due_soon: { tone: "waiver", label: "Due soon" },
  overdue: { tone: "waiver", label: "Overdue" },
  stale: { tone: "no-go", label: "Stale" },
  failed: { tone: "no-go", label: "Failed" },
  never: { tone: "unknown", label: "Never rehearsed" },
  error: { tone: "unknown", label: "Unknown" },
};

type FreshnessIndicatorProps = { indicator: Indicator; now: string; size?: "sm" | "md"; className?: string };

/** How fresh the rehearsals of a place are, the same everywhere: icon, word, and when the next one is due. */
export function FreshnessIndicator({ indicator, now, size = "md", className }: FreshnessIndicatorProps) {
  const { word, dueAt, dueInDays } = indicator;
  const { tone, label } = WORDS[word];
  return (
    <span className={cn("inline-flex flex-wrap items-center gap-x-2", className)}>
      <Status tone={tone} label={label} size={size} />
      {dueAt !== null && dueInDays !== null && word !== "failed" && (
        <Instant at={dueAt} now={now} text={dueText(dueAt, now, dueInDays)} className="text-muted text-sm" />
      )}
    </span>
  );
}

function dueText(dueAt: string, now: string, days: number): string {
  const isOver = Date.parse(dueAt) < Date.parse(now);
  if (days === 0) return isOver ? "overdue since today" : "due within a day";
  const count = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
  return isOver ? `overdue by ${count}` : `due in ${count}`;
}
