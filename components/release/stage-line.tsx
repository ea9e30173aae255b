import { Circle, CircleCheck, CircleDot, CircleX, type LucideIcon } from "lucide-react";
import { Instant } from "@/components/time/instant";
import { cn } from "@/components/ui/cn";
import { STAGE_ENDS, STAGE_ORDER, type Stage, type StageStatus } from "@/lib/core/release/stages";
import { stageName } from "./stage-status";

type StageEvent = { stage: string; status: string; at: string; by: string; note: string | null };
type StageLineProps = { stage: Stage; status: StageStatus; events: readonly StageEvent[]; now: string };
type Step = { stage: Stage; status: StageStatus | "ahead"; last: StageEvent | undefined; isCurrent: boolean };

const MARKS: Record<Step["status"], { icon: LucideIcon; word: string; className: string }> = {
  succeeded: { icon: CircleCheck, word: "done", className: "text-go" },
  failed: { icon: CircleX, word: "failed", className: "text-no-go" },
  running: { icon: CircleDot, word: "running", className: "text-info" },
  ahead: { icon: Circle, word: "to come", className: "text-muted" },
};

/** The way from candidate to archive, and how far the release is on it. */
export function StageLine({ stage, status, events, now }: StageLineProps) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-2 max-sm:grid max-sm:gap-1.5">
      {stepsOf(stage, status, events).map((step) => (
        <StageStep key={step.stage} step={step} now={now} />
      ))}
    </ol>
  );
}

function StageStep({ step: { stage, status, last, isCurrent }, now }: { step: Step; now: string }) {
  const { icon: Icon, word, className } = MARKS[status];
  return (
    <li aria-current={isCurrent ? "step" : undefined} className="flex items-start gap-1.5">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", className)} />
      <div className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-2">
        <span className={cn(isCurrent && "font-semibold", status === "ahead" && "text-muted")}>{stageName(stage)}</span>
        <span className="block text-muted text-sm">
          {last ? <Instant at={last.at} now={now} prefix={word} /> : word}
        </span>
        {last?.note && isCurrent && <span className="block max-w-52 text-muted text-sm">{last.note}</span>}
      </div>
    </li>
  );
}

/** The ordinary stages, then the end that cut them short, where one did. */
function stepsOf(stage: Stage, status: StageStatus, events: readonly StageEvent[]): Step[] {
  const lastOf = (name: string) => events.findLast((event) => event.stage === name);
  const isEnd = (STAGE_ENDS as readonly Stage[]).includes(stage);
  const reached = Math.max(...STAGE_ORDER.map((name, place) => (lastOf(name) || name === stage ? place : -1)));
  const steps = STAGE_ORDER.map((name, place): Step => {
    const last = lastOf(name);
    const known = name === stage ? status : place <= reached ? ((last?.status as StageStatus) ?? "succeeded") : "ahead";
    return { stage: name, status: known, last, isCurrent: name === stage };
  });
  if (!isEnd) return steps;
  const walked = steps.filter(({ status: known }) => known !== "ahead");
  return [
    ...walked,
    { stage, status: stage === "aborted" ? "succeeded" : "failed", last: lastOf(stage), isCurrent: true },
  ];
}
