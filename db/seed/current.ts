import type { ServiceSlug } from "./catalogue";
import { advance, after, askGate, create, type Draft, newDraft } from "./draft";
import { putRevision, submitRun } from "./evidence";
import type { PersonKey } from "./people";
import { type Signer, sign } from "./review";
import type { RunOutcome, SampleFinding } from "./scorecard-document";
import type { Story } from "./story";
import { DAY, HOUR, MINUTE, plus } from "./time";
import { shippedBefore } from "./versions";
import { CRITICAL_IMAGE, TEMPLATE_FINDING, TEMPLATE_WAIVER } from "./waived";
import { request } from "./waiving";
import type { World } from "./world";

type Current = {
  service: ServiceSlug;
  author: PersonKey;
  minutesAgo: number;
  outcome: RunOutcome;
  finding?: SampleFinding;
  signers: Signer[];
};

/** The releases that are open now: three of them held by one thing each (signatures, a vulnerability, a waiver), one ready to ship. */
const CURRENT: Current[] = [
  {
    service: "service-api",
    author: "sofia",
    minutesAgo: 190,
    outcome: "good",
    signers: [{ key: "priya", role: "sre-on-call" }],
  },
  {
    service: "llm-runtime",
    author: "elif",
    minutesAgo: 225,
    outcome: "critical-cve",
    finding: CRITICAL_IMAGE,
    signers: [],
  },
  {
    service: "mapping",
    author: "kenji",
    minutesAgo: 260,
    outcome: "medium-cve",
    finding: TEMPLATE_FINDING,
    signers: [
      { key: "lukas", role: "sre-on-call" },
      { key: "tomas", role: "change-board" },
      { key: "mei", role: "product-owner" },
    ],
  },
  {
    service: "coverage-planner",
    author: "sofia",
    minutesAgo: 240,
    outcome: "good",
    signers: [
      { key: "priya", role: "sre-on-call" },
      { key: "tomas", role: "change-board" },
      { key: "mei", role: "product-owner" },
    ],
  },
];

export function currentStories(world: World): Story[] {
  return CURRENT.map((current) => currentStory(world, current));
}

async function* currentStory(world: World, current: Current): Story {
  const { service, author, minutesAgo } = current;
  const at = plus(world.now, -minutesAgo * MINUTE);
  const draft = newDraft(world, { service, environment: "production", author, at });
  yield draft.at;
  await create(draft);
  yield* readied(draft, current);
  yield* requested(draft, shippedBefore(world.now, service, 0).current);
  for (const signer of current.signers) {
    yield after(draft, 14);
    await sign(draft, signer);
  }
  yield after(draft, 5);
  await askGate(draft);
  if (current.finding !== TEMPLATE_FINDING) return;
  yield after(draft, 25);
  await request(draft, TEMPLATE_WAIVER);
}

async function* readied(draft: Draft, { outcome, finding }: Current): Story {
  yield after(draft, 2);
  await advance(draft, "build", "running");
  yield after(draft, 12);
  await advance(draft, "build", "succeeded");
  yield after(draft, 1);
  await advance(draft, "readiness", "running");
  yield after(draft, 36);
  await submitRun(draft, outcome, finding);
  yield after(draft, 1);
  await advance(draft, "readiness", "succeeded");
}

/** The window stays open for days, so that a tour of the sample needs not hurry. */
async function* requested(draft: Draft, previous: string): Story {
  yield after(draft, 2);
  await advance(draft, "staging", "running");
  yield after(draft, 3);
  await putRevision(draft, previous, { start: plus(draft.at, -HOUR), end: plus(draft.world.now, 5 * DAY) });
  yield after(draft, 24);
  await advance(draft, "staging", "succeeded");
  yield after(draft, 1);
  await advance(draft, "approval", "running", { note: "The change board has the deployment summary." });
  yield after(draft, 1);
  await askGate(draft);
}
