import { randomBytes } from "node:crypto";
import type { Api } from "./api";
import { artifactsOf, manifest, metrics, type RunFaults, rehearsal, type Subject, scorecard } from "./documents";
import { sampleSignIn } from "./stage";

export type Candidate = Subject & { id: string; digest: string; artifacts: string[] };
export type CandidateOptions = RunFaults & {
  environment?: string;
  /** Who wrote it, by the part of the address before the @; an engineer when left out. */
  author?: string;
  /** Leaves out the passed rehearsal of the service. */
  unrehearsed?: boolean;
};

/** A release of a service of its own that has all evidence and waits for its signatures, as a pipeline makes it. */
export async function makeCandidate(api: Api, service: string, options: CandidateOptions = {}): Promise<Candidate> {
  const { environment = "production", author = "kenji", unrehearsed, ...faults } = options;
  const version = `e2e.${randomBytes(4).toString("hex")}`;
  const subject: Subject = { service, environment, version, commit: randomBytes(20).toString("hex") };
  const { commit } = subject;
  if (!unrehearsed) await api.recordRehearsal(rehearsal(subject));
  const { id } = await api.createRelease(subject);
  await api.advance(id, { stage: "build", status: "succeeded" });
  await api.submitScorecard({ service, environment, commit, document: scorecard(subject, faults) });
  await api.submitMetrics({ service, document: metrics(subject) });
  await api.advance(id, { stage: "readiness", status: "succeeded" });
  await api.advance(id, { stage: "staging", status: "succeeded" });
  const { digest } = await api.putManifest(id, manifest(subject, authorOf(author)));
  await api.advance(id, { stage: "approval" });
  return { ...subject, id, digest, artifacts: artifactsOf(subject).map(({ hash }) => hash) };
}

/** Puts another revision of the manifest, which changes one configuration value. */
export async function reviseManifest(api: Api, candidate: Candidate, author = "kenji"): Promise<string> {
  const { id, digest: _, artifacts: __, ...subject } = candidate;
  return (await api.putManifest(id, manifest(subject, authorOf(author), 12))).digest;
}

function authorOf(who: string): { name: string; email: string } {
  const { name, email } = sampleSignIn(who);
  return { name, email };
}
