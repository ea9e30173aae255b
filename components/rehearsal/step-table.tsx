import { Duration } from "@/components/time/duration";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { RehearsalStep } from "@/lib/core/rehearsal/schema";
import { StepStatus } from "./rehearsal-status";

const TITLES: Record<RehearsalStep["name"], string> = { deploy: "Deploy", rollback: "Roll back", verify: "Verify" };

/** Each step of a drill, in the order in which they were to be done. */
export function StepTable({ steps, startedAt }: { steps: readonly RehearsalStep[]; startedAt: string }) {
  return (
    <Table caption="Steps of the drill, in their order">
      <THead>
        <Tr>
          <Th>Step</Th>
          <Th>Outcome</Th>
          <Th numeric>Began after</Th>
          <Th numeric>Took</Th>
        </Tr>
      </THead>
      <TBody>
        {steps.map((step) => (
          <StepRow key={step.name} step={step} startedAt={startedAt} />
        ))}
      </TBody>
    </Table>
  );
}

function StepRow({ step, startedAt }: { step: RehearsalStep; startedAt: string }) {
  const began = Date.parse(step.started_at);
  const wasRun = step.outcome !== "not_run";
  return (
    <Tr>
      <Td header label="Step" className="font-medium">
        {TITLES[step.name]}
      </Td>
      <Td label="Outcome">
        <StepStatus outcome={step.outcome} />
        {step.detail && <p className="wrap-anywhere max-w-prose text-muted text-sm">{step.detail}</p>}
      </Td>
      <Td label={wasRun ? "Began after" : undefined} numeric>
        {wasRun && <Duration ms={began - Date.parse(startedAt)} />}
      </Td>
      <Td label={wasRun ? "Took" : undefined} numeric>
        {wasRun && <Duration ms={Date.parse(step.finished_at) - began} />}
      </Td>
    </Tr>
  );
}
