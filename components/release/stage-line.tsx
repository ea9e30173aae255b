import { Circle, CircleCheck, CircleDot, CircleX, type LucideIcon } from "lucide-react";
import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { cn } from "@/components/ui/cn";
import { needsReason } from "@/lib/core/release/advance";
import type { StageStep } from "@/lib/core/release/timeline";
import { StageEvidenceList } from "./stage-evidence-list";
import { stageName } from "./stage-status";

type StageLineProps = { releaseId: string; steps: readonly StageStep[]; rolledBackTo: string | null; now: string };
type Mark = { icon: LucideIcon; word: string; tone: string; line: string };

const MARKS: Record<StageStep["status"] | "ended", Mark> = {
  succeeded: { icon: CircleCheck, word: "done", tone: "text-go", line: "border-go-line" },
  failed: { icon: CircleX, word: "failed", tone: "text-no-go", line: "border-no-go-line" },
  running: { icon: CircleDot, word: "started", tone: "text-info", line: "border-info-line" },
  ahead: { icon: Circle, word: "to come", tone: "text-muted", line: "border-border" },
  ended: { icon: CircleX, word: "", tone: "text-no-go", line: "border-no-go-line" },
};

/** The way from candidate to archive, how far the release is on it, and what each stage rests on. */
export function StageLine({ releaseId, steps, rolledBackTo, now }: StageLineProps) {
  return (
    <ol className="grid gap-x-3 gap-y-3 lg:auto-cols-fr lg:grid-flow-col">
      {steps.map((step) => (
        <Step key={step.stage} step={step} now={now}>
          {step.stage === "rolled_back" && rolledBackTo && <Line>{rolledBackTo} is in place again</Line>}
          <StageEvidenceList releaseId={releaseId} evidence={step.evidence} />
        </Step>
      ))}
    </ol>
  );
}

function Step({ step, now, children }: { step: StageStep; now: string; children: React.ReactNode }) {
  const { stage, status, isCurrent, durationMs, note, attempts } = step;
  const { icon: Icon, word, tone, line } = MARKS[needsReason(stage) ? "ended" : status];
  const at = step.finishedAt ?? step.startedAt;
  const by = step.finishedBy ?? step.startedBy;
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      className={cn("min-w-0 border-s-2 ps-2.5 lg:border-s-0 lg:border-t-2 lg:ps-0 lg:pt-2", line)}
    >
      <p className="flex items-center gap-1.5">
        <Icon aria-hidden className={cn("size-4 shrink-0", tone)} />
        <span className={cn(isCurrent && "font-semibold", status === "ahead" && "text-muted")}>{stageName(stage)}</span>
      </p>
      <div className="flex flex-wrap gap-x-2 lg:block">
        <Line>{at ? <Instant at={at} now={now} prefix={word || undefined} /> : word}</Line>
        {by && <Line>by {by}</Line>}
        {durationMs !== null && durationMs >= 1000 && (
          <Line>
            took <Duration ms={durationMs} />
            {attempts > 1 && `, attempt ${attempts}`}
          </Line>
        )}
        {durationMs === null && attempts > 1 && <Line>attempt {attempts}</Line>}
      </div>
      {note && <p className="mt-0.5 text-sm [overflow-wrap:anywhere]">{note}</p>}
      {children}
    </li>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return <p className="text-muted text-sm [overflow-wrap:anywhere]">{children}</p>;
}
