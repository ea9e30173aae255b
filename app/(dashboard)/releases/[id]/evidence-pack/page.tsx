import { Download } from "lucide-react";
import type { Metadata } from "next";
import { DecisivePart, OtherDecisions } from "@/components/evidence-pack/decision-part";
import { RehearsalPart, ScorecardPart } from "@/components/evidence-pack/evidence-part";
import { IssueButton } from "@/components/evidence-pack/issue-button";
import { IssuedList } from "@/components/evidence-pack/issued-list";
import { LedgerPart } from "@/components/evidence-pack/ledger-part";
import { ManifestPart } from "@/components/evidence-pack/manifest-part";
import { ChecklistPart, DeploymentPart, IncidentPart } from "@/components/evidence-pack/outcome-part";
import { PackHead } from "@/components/evidence-pack/pack-head";
import { SignaturePart } from "@/components/evidence-pack/signature-part";
import { StagePart } from "@/components/evidence-pack/stage-part";
import { WaiverPart } from "@/components/evidence-pack/waiver-part";
import { LoadFailure } from "@/components/page/load-failure";
import { PrintButton } from "@/components/page/print-button";
import { buttonVariants } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import type { EvidencePack } from "@/lib/core/evidence-pack/model";
import { evidencePackView, issuedPacks } from "@/lib/registry/evidence-pack/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { issueEvidencePackAction } from "./actions";

export const metadata: Metadata = { title: "Evidence pack" };

type PackPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Everything that an auditor asks of one release on one page that prints. Awaited whole: an unknown id answers 404. */
export default async function EvidencePackPage({ params, searchParams }: PackPageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const { issued } = await readParams(searchParams, ["issued"]);
  const [found, packs] = await Promise.all([load(evidencePackView(actor, id, issued)), load(issuedPacks(actor, id))]);
  const path = `/releases/${id}/evidence-pack`;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const { pack, issued: kept } = found.data;
  const { release } = pack;
  return (
    <>
      <PageHeader
        title={`Evidence of ${release.service_name} ${release.version}`}
        breadcrumb={[
          { href: "/releases", label: "Releases" },
          { href: `/releases/${id}`, label: release.version },
        ]}
        description="What was released, who decided it, on which evidence, and the proof that none of it was changed since. All times in UTC."
        actions={
          <>
            {!kept && <IssueButton releaseId={id} action={issueEvidencePackAction} />}
            <a
              href={hrefOf(`/api/v1/releases/${id}/evidence-pack`, { issued })}
              download
              className={buttonVariants()}
              aria-label="Download the evidence pack as JSON"
            >
              <Download aria-hidden />
              JSON
            </a>
            <PrintButton />
          </>
        }
      />
      <PackHead pack={pack} issued={kept} />
      <PackParts pack={pack} />
      {packs.ok && <IssuedList items={packs.data.items} releaseId={id} shown={kept?.id ?? null} />}
      {!packs.ok && <LoadFailure failure={packs.failure} retryHref={path} />}
    </>
  );
}

function PackParts({ pack }: { pack: EvidencePack }) {
  return (
    <div className="mt-8">
      <DecisivePart pack={pack} />
      <SignaturePart pack={pack} />
      <ManifestPart pack={pack} />
      <WaiverPart pack={pack} />
      <RehearsalPart pack={pack} />
      <ScorecardPart pack={pack} />
      <StagePart pack={pack} />
      <DeploymentPart pack={pack} />
      <IncidentPart pack={pack} />
      <ChecklistPart pack={pack} />
      <OtherDecisions pack={pack} />
      <LedgerPart pack={pack} />
    </div>
  );
}
