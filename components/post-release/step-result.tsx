import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Digest } from "@/components/ui/digest";
import { TextLink } from "@/components/ui/text-link";
import type { StepView } from "@/lib/registry/post-release/queries";
import { RollbackStatus } from "./rollback-status";
import { STEP_MEANINGS } from "./step-words";

/** What came of a step, or what it will do. */
export function StepResult({ releaseId, step }: { releaseId: string; step: StepView }): ReactNode {
  const { result, state, error } = step;
  if (state === "failed") return <span className="text-no-go">{error}</span>;
  if (result.skipped) return <span className="text-muted">{result.skipped}</span>;
  if (state === "pending") return <span className="text-muted">{STEP_MEANINGS[step.step]}</span>;
  if (result.digest) {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-3">
        <TextLink href={`/api/v1/releases/${releaseId}/archive`} external>
          Archive (JSON)
        </TextLink>
        <Digest value={result.digest} what="archive digest" />
      </span>
    );
  }
  if (result.links) {
    return (
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {result.links.map(({ label, url }) => (
          <li key={`${label} ${url}`}>
            <TextLink href={url} external>
              {label}
            </TextLink>
          </li>
        ))}
      </ul>
    );
  }
  if (result.rollback) return <RollbackStatus {...result.rollback} />;
  if (result.recipients) return <Told recipients={result.recipients} summary={result.summary} />;
  return <span className="text-muted">Stage: archived</span>;
}

function Told({ recipients, summary }: { recipients: string[]; summary?: string }) {
  return (
    <div>
      {recipients.length > 0 ? (
        `To ${recipients.join(", ")}`
      ) : (
        <span className="text-muted">Nobody: no member of the change board and no channel takes it.</span>
      )}
      {summary && (
        <Details summary="Summary">
          <p className="whitespace-pre-line text-sm [overflow-wrap:anywhere]">{summary}</p>
        </Details>
      )}
    </div>
  );
}
