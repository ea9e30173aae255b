import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { FailureChain, RepeatedDrills } from "@/components/rehearsal/rehearsal-chain";
import { RehearsalFacts } from "@/components/rehearsal/rehearsal-facts";
import { OutcomeStatus } from "@/components/rehearsal/rehearsal-status";
import { RemediationForm } from "@/components/rehearsal/remediation-form";
import { StepTable } from "@/components/rehearsal/step-table";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { type RehearsalDetail, rehearsalDetail } from "@/lib/registry/rehearsal/queries";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../history-section";
import { LinkedIncidents } from "../../linked-incidents";
import { remediateRehearsalAction } from "../actions";

export const metadata: Metadata = { title: "Rehearsal" };

export default async function RehearsalPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const found = await load(rehearsalDetail(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/rehearsals/${id}`} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={`Rollback rehearsal of ${view.service}`}
        aside={<OutcomeStatus outcome={view.outcome} pill />}
        breadcrumb={[{ href: "/rehearsals", label: "Rehearsals" }]}
      />
      <RehearsalFacts view={view} />
      {view.steps.length > 0 && (
        <Section title="Steps">
          <StepTable steps={view.steps} startedAt={view.startedAt} />
        </Section>
      )}
      <Section title="Gaps found" count={view.gaps.length}>
        {view.gaps.length === 0 ? (
          <p className="text-muted">None were recorded.</p>
        ) : (
          <ul className="list-disc space-y-1 ps-5">
            {view.gaps.map((gap) => (
              <li key={gap} className="max-w-prose">
                {gap}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {view.outcome === "failed" && (
        <Section title="From failure to repetition">
          <FailureChain
            view={view}
            remediation={<Remediation view={view} mayRecord={can(actor, "rehearsal:remediate")} />}
          />
        </Section>
      )}
      {view.repeats.length > 0 && (
        <Section title="Repeats" description="Failed rehearsals that this one makes up for, once they are mended.">
          <RepeatedDrills drills={view.repeats} now={view.now} />
        </Section>
      )}
      <LinkedIncidents
        actor={actor}
        kind="rehearsal"
        targetId={view.id}
        now={view.now}
        href={`/rehearsals/${view.id}`}
      />
      <HistorySection actor={actor} record={view.id} href={`/rehearsals/${view.id}`} />
    </>
  );
}

function Remediation({ view, mayRecord }: { view: RehearsalDetail; mayRecord: boolean }) {
  if (view.remediatedAt) {
    return (
      <>
        <p className="max-w-prose whitespace-pre-line">{view.remediation}</p>
        <p className="mt-1 text-muted text-sm">
          <Instant at={view.remediatedAt} now={view.now} prefix="recorded" /> by {view.remediatedBy}
        </p>
      </>
    );
  }
  return (
    <div className="grid max-w-2xl gap-4">
      <Alert tone="no-go" title="This blocks releases of the service">
        The gate waits for the remediation and for a later rehearsal that passes.
        {!mayRecord && ` Recording it takes the role ${rolesWith("rehearsal:remediate").join(" or ")}.`}
      </Alert>
      {mayRecord && <RemediationForm rehearsalId={view.id} action={remediateRehearsalAction} />}
    </div>
  );
}
