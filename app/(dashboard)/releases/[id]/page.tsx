import type { Metadata } from "next";
import { Suspense } from "react";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import type { Actor } from "@/lib/core/access";
import { isSettled } from "@/lib/core/gate/standing";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { HistorySection } from "../../history-section";
import { AfterReleaseSection } from "./after-release-section";
import { BreakGlassOffer, BreakGlassSection } from "./break-glass-section";
import { ChecklistSection } from "./checklist-section";
import { DecisionsSection } from "./decisions-section";
import { DeploymentsSection } from "./deployments-section";
import { GoNoGo } from "./go-no-go";
import { BlockingSection, IncidentsSection } from "./incidents-section";
import { ManifestSection } from "./manifest-section";
import { RehearsalSection } from "./rehearsal-section";
import { ReleaseHeader } from "./release-header";
import { releaseOf } from "./release-of";
import { SettledVerdict } from "./settled-verdict";
import { SignaturesSection } from "./signatures-section";
import { StagesSection } from "./stages-section";

type ReleasePageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: ReleasePageProps): Promise<Metadata> {
  const { actor } = await pageViewer();
  const found = await releaseOf(actor, (await params).id);
  return { title: found.ok ? `${found.data.service} ${found.data.version}` : "Release" };
}

/** Nothing waits in front of the release itself: one that is not there must still be answered with 404. */
export default async function ReleasePage({ params, searchParams }: ReleasePageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const { compare } = await readParams(searchParams, ["compare"]);
  const found = await releaseOf(actor, id);
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/releases/${id}`} />;
  const release = found.data;
  return (
    <>
      <ReleaseHeader release={release} actor={actor} />
      <Suspense fallback={null}>
        <BreakGlassSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={null}>
        <BlockingSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={<VerdictSkeleton />}>
        {isSettled(release.stage) ? (
          <SettledVerdict release={release} actor={actor} />
        ) : (
          <GoNoGo release={release} actor={actor} compare={compare} />
        )}
      </Suspense>
      <Suspense fallback={<Loading title="Stages" />}>
        <StagesSection release={release} actor={actor} compare={compare} />
      </Suspense>
      {release.releasedAt && <FollowUp release={release} actor={actor} />}
      <Suspense fallback={null}>
        <DeploymentsSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={<Loading title="Signatures" />}>
        <SignaturesSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={<Loading title="Manifest" />}>
        <ManifestSection release={release} actor={actor} compare={compare} />
      </Suspense>
      <Suspense fallback={<Loading title="Rollback rehearsal" />}>
        <RehearsalSection release={release} actor={actor} />
      </Suspense>
      {!release.releasedAt && <FollowUp release={release} actor={actor} />}
      <Suspense fallback={null}>
        <IncidentsSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={<Loading title="Decisions" />}>
        <DecisionsSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={null}>
        <BreakGlassOffer release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={<Loading title="History" />}>
        <HistorySection actor={actor} record={release.id} href={`/releases/${release.id}`} />
      </Suspense>
    </>
  );
}

/** Once it is rolled out, what follows is what matters; before, what there is to sign. */
function FollowUp({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  return (
    <>
      <Suspense fallback={<Loading title="After release" />}>
        <AfterReleaseSection release={release} actor={actor} />
      </Suspense>
      <Suspense fallback={<Loading title="Checklist" />}>
        <ChecklistSection release={release} actor={actor} />
      </Suspense>
    </>
  );
}

function VerdictSkeleton() {
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">Asking the gate</span>
      <Skeleton className="h-28 rounded-lg" />
      <TableSkeleton columns={4} rows={4} label="Loading the checks" />
    </div>
  );
}

function Loading({ title }: { title: string }) {
  return (
    <Section title={title}>
      <TableSkeleton columns={4} rows={3} label={`Loading: ${title}`} />
    </Section>
  );
}
