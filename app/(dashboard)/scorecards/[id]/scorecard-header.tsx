import { RunResult } from "@/components/scorecard/result-status";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { runUrlOf } from "@/lib/core/scorecard/details";
import type { ScorecardDetail } from "@/lib/registry/scorecard/queries";

export function ScorecardHeader({ view }: { view: ScorecardDetail }) {
  const runUrl = runUrlOf(view.document);
  return (
    <PageHeader
      title={`Scorecard of ${view.service}`}
      aside={<RunResult passed={view.overallPassed} pill />}
      breadcrumb={[{ href: "/scorecards", label: "Scorecards" }]}
      actions={
        <>
          {runUrl && (
            <TextLink href={runUrl} external>
              Pipeline run
            </TextLink>
          )}
          <TextLink href={`/registry?record=${view.id}`}>Ledger entries</TextLink>
        </>
      }
    />
  );
}
