import { cn } from "@/components/ui/cn";
import type { DifferenceLine } from "@/lib/core/incident/postmortem/difference";

const LOOK: Record<DifferenceLine["kind"], { mark: string; word: string; className: string }> = {
  same: { mark: " ", word: "", className: "text-muted" },
  removed: { mark: "−", word: "removed", className: "bg-no-go-soft text-no-go" },
  added: { mark: "+", word: "added", className: "bg-go-soft text-go" },
};

/** What became of a text, line by line. */
export function DifferenceView({ lines, label }: { lines: readonly DifferenceLine[]; label: string }) {
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return (
    <ol aria-label={label} className="min-w-0 overflow-x-auto border bg-surface font-mono text-sm">
      {numbered.map(({ kind, text, number }) => (
        <li key={number} className={cn("flex gap-2 px-2", LOOK[kind].className)}>
          <span aria-hidden className="w-3 shrink-0 select-none">
            {LOOK[kind].mark}
          </span>
          {LOOK[kind].word && <span className="sr-only">{LOOK[kind].word}: </span>}
          <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text || " "}</span>
        </li>
      ))}
    </ol>
  );
}
