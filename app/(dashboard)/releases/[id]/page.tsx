import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SectionSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";
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
      <Streamed section={BreakGlassSection({ release, actor })} fallback={null} />
      <Streamed section={BlockingSection({ release, actor })} fallback={null} />
      <Streamed
        section={isSettled(release.stage) ? SettledVerdict({ release, actor }) : GoNoGo({ release, actor, compare })}
        fallback={<VerdictSkeleton />}
      />
      <Streamed section={StagesSection({ release, actor, compare })} fallback={<SectionSkeleton title="Stages" />} />
      {release.releasedAt && <FollowUp release={release} actor={actor} />}
      <Streamed section={DeploymentsSection({ release, actor })} fallback={null} />
      <Streamed section={SignaturesSection({ release, actor })} fallback={<SectionSkeleton title="Signatures" />} />
      <Streamed
        section={ManifestSection({ release, actor, compare })}
        fallback={<SectionSkeleton title="Manifest" />}
      />
      <Streamed
        section={RehearsalSection({ release, actor })}
        fallback={<SectionSkeleton title="Rollback rehearsal" />}
      />
      {!release.releasedAt && <FollowUp release={release} actor={actor} />}
      <Streamed section={IncidentsSection({ release, actor })} fallback={null} />
      <Streamed section={DecisionsSection({ release, actor })} fallback={<SectionSkeleton title="Decisions" />} />
      <Streamed section={BreakGlassOffer({ release, actor })} fallback={null} />
      <HistorySection actor={actor} record={release.id} href={`/releases/${release.id}`} />
    </>
  );
}

/** Once it is rolled out, what follows is what matters; before, what there is to sign. */
function FollowUp({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  return (
    <>
      <Streamed
        section={AfterReleaseSection({ release, actor })}
        fallback={<SectionSkeleton title="After release" />}
      />
      <Streamed section={ChecklistSection({ release, actor })} fallback={<SectionSkeleton title="Checklist" />} />
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
