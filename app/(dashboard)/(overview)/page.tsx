import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Streamed } from "@/components/page/streamed";
import { PageHeader } from "@/components/ui/page-header";
import type { Viewer } from "@/lib/auth/actor";
import { pageViewer } from "@/lib/auth/page-actor";
import type { PersonActor } from "@/lib/core/access";
import { BypassesNow } from "./bypasses-now";
import { FreezesNow } from "./freezes-now";
import { IncidentsNow } from "./incidents-now";
import { LatestVerdicts } from "./latest-verdicts";
import { NeedsNow } from "./needs-now";
import { FirstStepsOf } from "./onboarding";
import { ChangesSkeleton, NeedsSkeleton, VerdictsSkeleton } from "./overview-skeleton";
import { firstSteps } from "./shared-reads";
import { SinceLastLook } from "./since-last-look";

export const metadata: Metadata = { title: "Overview" };

/** The parts are read at once and shown from above to below, so that none pushes away what is already read. */
export default async function OverviewPage() {
  const viewer = await pageViewer();
  const { actor } = viewer;
  const waiting = Waiting(viewer);
  const changes = below(waiting, onceReleased(actor, SinceLastLook({ actor })));
  const verdicts = below(changes, onceReleased(actor, LatestVerdicts({ actor })));
  return (
    <>
      <PageHeader title="Overview" description="What waits for you, what has changed, and what may ship." />
      <Streamed section={waiting} fallback={<NeedsSkeleton />} />
      <Streamed section={changes} fallback={<ChangesSkeleton />} />
      <Streamed section={verdicts} fallback={<VerdictsSkeleton />} />
    </>
  );
}

async function Waiting(viewer: Viewer) {
  const { actor } = viewer;
  const parts = await Promise.all([
    IncidentsNow({ actor }),
    BypassesNow({ actor }),
    FreezesNow({ actor }),
    FirstStepsOf({ viewer }),
    NeedsNow({ actor }),
  ]);
  const [incidents, bypasses, freezes, steps, needs] = parts;
  return (
    <>
      {incidents}
      {bypasses}
      {freezes}
      {steps}
      {needs}
    </>
  );
}

type Part = Promise<Awaited<ReactNode>>;

/** What says nothing before there is a release. */
async function onceReleased(actor: PersonActor, part: Part): Part {
  const [steps, shown] = await Promise.all([firstSteps(actor), part]);
  return steps.ok && !steps.data.hasRelease ? null : shown;
}

/** A part that is not shown before the one above it. */
async function below(above: Part, part: Part): Part {
  const [shown] = await Promise.all([part, above]);
  return shown;
}
