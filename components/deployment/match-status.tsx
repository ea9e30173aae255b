import { Status, type Tone } from "@/components/ui/status";
import type { DeploymentState } from "@/lib/core/deployment/facts";
import type { DeploymentMatch } from "@/lib/core/deployment/match";
import type { FindingState } from "@/lib/registry/deployment/queries";

type Word = { tone: Tone; label: string };

export const MATCH_WORDS: Record<DeploymentMatch, Word> = {
  approved: { tone: "go", label: "Approved" },
  rollback: { tone: "go", label: "Earlier release" },
  break_glass: { tone: "no-go", label: "Break-glass" },
  bypass: { tone: "no-go", label: "Without approval" },
  pending: { tone: "unknown", label: "Not matched yet" },
  recorded: { tone: "info", label: "Only recorded" },
};

/** What allowed a deployment; of one that nothing allowed, whether it is explained. */
export function MatchStatus({ match, finding }: { match: DeploymentMatch; finding: FindingState | null }) {
  if (finding === "explained") return <Status tone="waiver" label="Without approval, explained" size="sm" />;
  return <Status {...MATCH_WORDS[match]} size="sm" />;
}

export const STATE_WORDS: Record<DeploymentState, Word> = {
  started: { tone: "info", label: "In progress" },
  succeeded: { tone: "go", label: "Succeeded" },
  failed: { tone: "no-go", label: "Failed" },
};

export function DeploymentStateStatus({ state }: { state: DeploymentState }) {
  return <Status {...STATE_WORDS[state]} size="sm" />;
}
