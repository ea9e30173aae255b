import { sha256 } from "@/lib/core/digest";
import { explainDeployment } from "@/lib/registry/deployment/explain";
import { reportDeployment } from "@/lib/registry/deployment/report";
import { by, type Draft } from "./draft";
import { artifactsOf } from "./manifest-document";
import type { Story } from "./story";
import { HOUR, plus, workingDay } from "./time";
import { doneAt, type World } from "./world";

/** What the pipeline reports once the rollout of a release has succeeded. */
export async function reported(draft: Draft): Promise<void> {
  const { service, environment, version, commit, world } = draft;
  await reportDeployment(by(draft, world.pipeline), {
    ...{ service, environment, version, commit, state: "succeeded" },
    externalId: `deploy-${service}-${environment}-${version}`,
    artifacts: artifactsOf(draft).map(({ hash }) => hash),
    deployedAt: draft.at.toISOString(),
  });
}

/** A hotfix that was deployed by hand, found the same minute and explained the same day. */
export async function* bypassStory(world: World): Story {
  const at = workingDay(world.now, 12, 15, 41);
  yield at;
  const { id: deploymentId } = await reportDeployment(doneAt(world.pipeline, at), {
    ...{ service: "scheduler", environment: "production", state: "succeeded" },
    externalId: "by-hand-1",
    artifacts: [sha256("scheduler, built on a laptop")],
    deployedAt: at.toISOString(),
    deployedBy: "elif@meridian.example",
  });
  const later = plus(at, 3 * HOUR);
  yield later;
  await explainDeployment(doneAt(world.people.priya, later), {
    deploymentId,
    cause: "The queue stood still, and the pipeline was down for maintenance.",
    remedy: "The released version was deployed again, and the pipeline has a standby since.",
    actionItem: {
      title: "Take the right to deploy by hand away",
      ownerName: "platform",
      dueAt: plus(later, 21 * 24 * HOUR).toISOString(),
    },
  });
}
