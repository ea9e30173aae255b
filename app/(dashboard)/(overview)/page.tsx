import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { BypassesNow } from "./bypasses-now";
import { FreezesNow } from "./freezes-now";
import { IncidentsNow } from "./incidents-now";
import { LatestVerdicts } from "./latest-verdicts";
import { NeedsNow } from "./needs-now";
import { PostmortemsDue } from "./postmortems-due";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const { actor } = await pageViewer();
  return (
    <>
      <PageHeader title="Overview" description="What needs you now, and what may ship." />
      <Suspense fallback={null}>
        <IncidentsNow actor={actor} />
      </Suspense>
      <Suspense fallback={null}>
        <PostmortemsDue actor={actor} />
      </Suspense>
      <Suspense fallback={null}>
        <BypassesNow actor={actor} />
      </Suspense>
      <Suspense fallback={null}>
        <FreezesNow actor={actor} />
      </Suspense>
      <Suspense fallback={<TextSkeleton lines={5} />}>
        <NeedsNow actor={actor} />
      </Suspense>
      <Suspense fallback={<TableSkeleton columns={4} label="Loading the latest verdicts" />}>
        <LatestVerdicts actor={actor} />
      </Suspense>
    </>
  );
}
