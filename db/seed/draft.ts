import type { Actor } from "@/lib/core/access";
import { evaluateRelease } from "@/lib/registry/gate/evaluate";
import { advanceRelease } from "@/lib/registry/release/advance";
import { createRelease } from "@/lib/registry/release/create";
import type { EnvironmentSlug, ServiceSlug } from "./catalogue";
import type { PersonKey } from "./people";
import { type Random, randomFrom } from "./random";
import { MINUTE, plus } from "./time";
import { versionAt } from "./versions";
import { doneAt, type World } from "./world";

/** A release on its way: what it is, how far its own time has come, and what has been made for it. */
export type Draft = {
  world: World;
  random: Random;
  at: Date;
  service: ServiceSlug;
  environment: EnvironmentSlug;
  version: string;
  commit: string;
  author: PersonKey;
  releaseId: string;
  runs: number;
  scorecard: { runId: string; digest: string };
  revision: number;
  manifestDigest: string;
};

export type DraftSubject = Pick<Draft, "service" | "environment" | "author" | "at"> & { versionOf?: Date };

export function newDraft(world: World, { versionOf, ...subject }: DraftSubject): Draft {
  const version = versionAt(versionOf ?? subject.at);
  const commit = randomFrom(`${subject.service} ${version}`).hex(40);
  const random = randomFrom(`${subject.service} ${subject.environment} ${version}`);
  const nothing = { releaseId: "", runs: 0, scorecard: { runId: "", digest: "" }, revision: 0, manifestDigest: "" };
  return { world, random, version, commit, ...subject, ...nothing };
}

/** Moves the draft's time on, and says to when. */
export function after(draft: Draft, minutes: number): Date {
  draft.at = plus(draft.at, minutes * MINUTE);
  return draft.at;
}

/** Somebody acts for this draft, at its time. */
export const by = (draft: Draft, actor: Actor) => doneAt(actor, draft.at);

export async function create(draft: Draft): Promise<void> {
  const { service, environment, version, commit, world, author } = draft;
  const creator = draft.random.next() < 0.3 ? world.people[author] : world.pipeline;
  const created = await createRelease(by(draft, creator), { service, environment, version, commit });
  draft.releaseId = created.id;
}

export async function advance(
  draft: Draft,
  stage: string,
  status: "running" | "succeeded" | "failed",
  more: { note?: string; artifacts?: string[] } = {},
): Promise<void> {
  const { releaseId, world } = draft;
  await advanceRelease(by(draft, world.pipeline), { releaseId, stage, status, ...more });
}

export async function askGate(draft: Draft): Promise<void> {
  await evaluateRelease(by(draft, draft.world.pipeline), { releaseId: draft.releaseId });
}
