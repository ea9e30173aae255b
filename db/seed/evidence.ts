import { putManifest } from "@/lib/registry/manifest/put";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { by, type Draft } from "./draft";
import { manifestDocument, usualWindow } from "./manifest-document";
import { metricsDocument } from "./metrics-document";
import { type Run, type RunOutcome, type SampleFinding, scorecardDocument } from "./scorecard-document";
import { MINUTE, plus } from "./time";

/** The readiness runner's results: scorecard and metrics of one run that ended a minute ago. */
export async function submitRun(draft: Draft, outcome: RunOutcome, finding?: SampleFinding): Promise<void> {
  const { service, environment, version, commit, world, random } = draft;
  draft.runs += 1;
  const runId = `readiness-${service}-${environment}-${version}-${draft.runs}`;
  const run: Run = {
    service,
    environment,
    version,
    commit,
    runId,
    outcome,
    finding,
    generatedAt: plus(draft.at, -MINUTE),
  };
  const document = scorecardDocument(run, random);
  const runner = by(draft, world.runner);
  const { digest } = await submitScorecard(runner, { service, environment, commit, document });
  await submitMetrics(runner, { service, document: metricsDocument(run, random) });
  draft.scorecard = { runId, digest };
}

/** A new revision, put by the pipeline at first and by the release engineer who changes it later. */
export async function putRevision(draft: Draft, previous: string, window = usualWindow(draft.at)): Promise<void> {
  const { service, environment, version, commit, world, random, scorecard } = draft;
  const { name, email } = world.people[draft.author];
  draft.revision += 1;
  const subject = { service, environment, version, commit, previous, scorecard, window, revision: draft.revision };
  const content = manifestDocument({ ...subject, author: { name, email }, traceId: random.hex(32) }, random);
  const actor = draft.revision === 1 ? world.pipeline : world.people.amara;
  const { digest } = await putManifest(by(draft, actor), { releaseId: draft.releaseId, content });
  draft.manifestDigest = digest;
}
