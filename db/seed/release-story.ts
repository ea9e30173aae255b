import { issueEvidencePack } from "@/lib/registry/evidence-pack/issue";
import { rejectRelease } from "@/lib/registry/release/reject";
import { reported } from "./deployments";
import { advance, after, askGate, by, create, type Draft, newDraft } from "./draft";
import { putRevision, submitRun } from "./evidence";
import { followed } from "./followed";
import { rollbackIncident } from "./incidents/rollback";
import { incidentStory } from "./incidents/story";
import { artifactsOf } from "./manifest-document";
import type { ReleasePlan } from "./plan";
import { randomFrom } from "./random";
import { reviewed } from "./review";
import type { Story } from "./story";
import { HOUR, MINUTE, workingDay } from "./time";
import { shippedBefore } from "./versions";
import { waive } from "./waiving";
import type { World } from "./world";

/** One release of the past from its candidate to its end. */
export async function* releaseStory(world: World, plan: ReleasePlan): Story {
  const { service, environment, author, daysAgo } = plan;
  const start = randomFrom(`start ${service} ${daysAgo}`);
  const at = workingDay(world.now, daysAgo, start.int(7, 8), start.int(0, 59));
  const versionOf = plan.promotes ? workingDay(world.now, daysAgo + 1, 12) : at;
  const draft = newDraft(world, { service, environment, author, at, versionOf });
  const previous = shippedBefore(world.now, service, daysAgo).current;
  yield draft.at;
  await create(draft);
  yield* built(draft);
  yield* proven(draft, plan);
  if (plan.end === "aborted") return yield* aborted(draft);
  yield* staged(draft, previous, plan);
  if (plan.held) yield after(draft, (plan.held * HOUR) / MINUTE);
  yield* accepted(draft, plan, previous);
  yield* reviewed(draft, plan.review, previous);
  if (plan.end === "rejected") return yield* rejected(draft);
  yield* shipped(draft);
  yield* followed(draft);
  if (plan.audited) yield* audited(draft);
  if (plan.end === "rolled_back") yield* rolledBack(draft);
}

async function* built(draft: Draft): Story {
  yield after(draft, 2);
  await advance(draft, "build", "running");
  yield after(draft, draft.random.int(9, 17));
  await advance(draft, "build", "succeeded");
}

/** Runs the suites until they are good enough to go on: what is left failing is for a waiver or a rejection. */
async function* proven(draft: Draft, { runs, finding, waivers, end }: ReleasePlan): Story {
  const answered = waivers ? runs.slice(0, 1) : runs;
  for (const [index, outcome] of answered.entries()) {
    yield after(draft, 1);
    await advance(draft, "readiness", "running");
    yield after(draft, draft.random.int(31, 44));
    await submitRun(draft, outcome, finding);
    const fails = index < answered.length - 1 || end === "aborted";
    yield after(draft, 1);
    if (fails) await askGate(draft);
    await advance(draft, "readiness", fails && outcome !== "good" ? "failed" : "succeeded");
  }
}

async function* staged(draft: Draft, previous: string, plan: ReleasePlan): Story {
  yield after(draft, 2);
  await advance(draft, "staging", "running");
  yield after(draft, 3);
  await putRevision(draft, previous);
  yield after(draft, draft.random.int(25, 55));
  await advance(draft, "staging", "succeeded");
  yield after(draft, 1);
  await advance(draft, "approval", "running", { note: "The change board has the deployment summary." });
  yield after(draft, 1);
  if (!isSmooth(plan)) await askGate(draft);
}

/** Where nothing is expected to be missing but signatures, the pipeline waits for those before it asks. */
const isSmooth = ({ review, runs, held, waivers, daysAgo }: ReleasePlan): boolean =>
  review === "straight" && runs.length === 1 && runs[0] === "good" && !held && !waivers && daysAgo % 3 !== 0;

/** Waivers; and where one is taken back, the run that does without it. */
async function* accepted(draft: Draft, { waivers, runs }: ReleasePlan, previous: string): Story {
  if (!waivers) return;
  yield* waive(draft, waivers);
  for (const outcome of runs.slice(1)) {
    yield after(draft, draft.random.int(35, 50));
    await submitRun(draft, outcome);
    yield after(draft, 3);
    await putRevision(draft, previous);
  }
}

async function* shipped(draft: Draft): Story {
  yield after(draft, 6);
  await askGate(draft);
  await advance(draft, "approval", "succeeded");
  yield after(draft, draft.random.int(10, 40));
  const artifacts = artifactsOf(draft).map(({ hash }) => hash);
  await advance(draft, "production", "running", { artifacts });
  yield after(draft, draft.random.int(20, 50));
  await advance(draft, "production", "succeeded");
  await reported(draft);
}

async function* audited(draft: Draft): Story {
  yield after(draft, (26 * HOUR) / MINUTE);
  await issueEvidencePack(by(draft, draft.world.people.tomas), { releaseId: draft.releaseId });
}

async function* aborted(draft: Draft): Story {
  yield after(draft, draft.random.int(30, 90));
  await advance(draft, "aborted", "succeeded", { note: "Given up: the fix is larger than this release." });
}

async function* rejected(draft: Draft): Story {
  yield after(draft, 20);
  const { releaseId, world } = draft;
  await rejectRelease(by(draft, world.people.tomas), { releaseId, note: "Rejected by the change board." });
}

async function* rolledBack(draft: Draft): Story {
  const declaredAt = after(draft, 24);
  const culprit = {
    releaseId: draft.releaseId,
    async rollBack(at: Date) {
      draft.at = at;
      await advance(draft, "rolled_back", "succeeded", { note: "Rolled back by the runbook within 14 minutes." });
    },
  };
  yield* incidentStory(draft.world, rollbackIncident(draft.service), declaredAt, { culprit });
}
