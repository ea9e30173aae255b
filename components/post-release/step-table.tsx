import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { StepView } from "@/lib/registry/post-release/queries";
import type { Action } from "@/lib/web/action";
import { RetryButton } from "./retry-button";
import { StepResult } from "./step-result";
import { STEP_STATE_WORDS, STEP_TITLES } from "./step-words";

type StepTableProps = { releaseId: string; steps: readonly StepView[]; now: string; retry: Action<unknown> | null };

/** What follows a rollout, in its order. `retry` null: the reader may not. */
export function StepTable({ releaseId, steps, now, retry }: StepTableProps) {
  return (
    <Table caption="What follows the rollout, in its order">
      <THead>
        <Tr>
          <Th>Step</Th>
          <Th>State</Th>
          <Th>Result</Th>
          <Th>When</Th>
        </Tr>
      </THead>
      <TBody>
        {steps.map((step) => (
          <Tr key={step.step}>
            <Td header label="Step" className="font-medium">
              {STEP_TITLES[step.step]}
            </Td>
            <Td label="State">
              <Status {...STEP_STATE_WORDS[step.state]} />
            </Td>
            <Td label="Result" className="[overflow-wrap:anywhere]">
              <StepResult releaseId={releaseId} step={step} />
            </Td>
            <Td label="When">
              <StepTime step={step} now={now} />
              {retry && step.canRetry && (
                <div data-no-print="" className="mt-1">
                  <RetryButton releaseId={releaseId} step={step.step} title={STEP_TITLES[step.step]} action={retry} />
                </div>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function StepTime({ step: { attemptedAt, finishedAt, attempts }, now }: { step: StepView; now: string }) {
  const at = finishedAt ?? attemptedAt;
  return (
    <span className="whitespace-nowrap">
      {at ? <Instant at={at} now={now} /> : <span className="text-muted">not yet</span>}
      {attempts > 1 && <span className="text-muted text-sm"> · {attempts} attempts</span>}
    </span>
  );
}
