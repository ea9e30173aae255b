import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { pageViewer } from "@/lib/auth/page-actor";
import type { PersonActor } from "@/lib/core/access";
import { BypassesNow } from "./bypasses-now";
import { FreezesNow } from "./freezes-now";
import { IncidentsNow } from "./incidents-now";
import { LatestVerdicts } from "./latest-verdicts";
import { NeedsNow } from "./needs-now";
import { FirstStepsOf } from "./onboarding";
import { ChangesSkeleton, OverviewSkeleton, VerdictsSkeleton } from "./overview-skeleton";
import { firstSteps } from "./shared-reads";
import { SinceLastLook } from "./since-last-look";

export const metadata: Metadata = { title: "Overview" };

/** The parts are read at once and shown from above to below, so that none pushes away what is already read. */
export default async function OverviewPage() {
  const viewer = await pageViewer();
  const { actor } = viewer;
  return (
    <>
      <PageHeader title="Overview" description="What waits for you, what has changed, and what may ship." />
      <Suspense fallback={<OverviewSkeleton />}>
        <IncidentsNow actor={actor} />
        <BypassesNow actor={actor} />
        <FreezesNow actor={actor} />
        <FirstStepsOf viewer={viewer} />
        <NeedsNow actor={actor} />
        <Suspense fallback={<ChangesSkeleton />}>
          <AfterTheFirst actor={actor} />
        </Suspense>
      </Suspense>
    </>
  );
}

/** What says nothing before there is a release. */
async function AfterTheFirst({ actor }: { actor: PersonActor }) {
  const steps = await firstSteps(actor);
  if (steps.ok && !steps.data.hasRelease) return null;
  return (
    <>
      <SinceLastLook actor={actor} />
      <Suspense fallback={<VerdictsSkeleton />}>
        <LatestVerdicts actor={actor} />
      </Suspense>
    </>
  );
}
