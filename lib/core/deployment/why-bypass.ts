import { secondsBetween } from "@/lib/core/instant";
import {
  type Candidate,
  hadEnded,
  isApproveOfGate,
  isInTime,
  isStanding,
  isYoung,
  type KnownRelease,
  type MatchedDeployment,
} from "./standing";

/** Why nothing allowed a deployment, in words that say what to look at first. */
export function whyBypass(
  deployment: MatchedDeployment,
  releases: readonly KnownRelease[],
  maxAgeSeconds: number,
): string {
  const { artifacts, commit } = deployment;
  if (artifacts.length === 0) return whyNotByCommit(deployment, releases);
  const concerned = releases.filter((release) => holdsAll(release, artifacts));
  const [release] = concerned;
  if (!release) return unjudged(releases);
  const reasons = concerned.map((each) => whyNotRelease(each, deployment, maxAgeSeconds));
  return `${reasons.join(" ")}${commit && release.commit !== commit ? ` It was reported as commit ${commit}.` : ""}`;
}

/** `releases` have at least some of the artifacts in a manifest. */
function unjudged([newest]: readonly KnownRelease[]): string {
  return newest
    ? `Release ${newest.version} names such artifacts, but the gate has judged no manifest of it that has all of them.`
    : "No manifest of this service for this environment has these artifacts.";
}

const holdsAll = ({ decisions }: KnownRelease, artifacts: readonly string[]): boolean =>
  decisions.some((each) => artifacts.every((hash) => each.artifacts.includes(hash)));

function whyNotByCommit({ commit }: MatchedDeployment, releases: readonly KnownRelease[]): string {
  if (commit === null) return "It cannot be matched: neither artifacts nor a commit were reported.";
  const release = releases.find((each) => each.commit === commit);
  const what = release
    ? `release ${release.version} of commit ${commit} had not gone into production with an approve`
    : `no release of commit ${commit} is known here`;
  return `It cannot be matched: no artifacts were reported, and ${what}.`;
}

function whyNotRelease(release: KnownRelease, deployment: MatchedDeployment, maxAgeSeconds: number): string {
  const { at, artifacts, begunAt } = deployment;
  const name = `Release ${release.version}`;
  const about = release.decisions.filter((each) => artifacts.every((hash) => each.artifacts.includes(hash)));
  const before = about.filter(({ decidedAt }) => isInTime(decidedAt, at));
  const [last] = before.toSorted((one, other) => other.decidedAt.getTime() - one.decidedAt.getTime());
  if (!last) {
    const word = about.some(isApproveOfGate) ? "approved" : "judged";
    return `${name} has these artifacts, but was ${word} only after the deployment.`;
  }
  if (hadEnded(release, at)) return `${name} has these artifacts, but had ended (${release.endedAs}).`;
  const approve = before.find(isApproveOfGate);
  if (!approve) return whyNotApproved(name, { release, decision: last }, deployment);
  if (!isYoung(approve.decidedAt, begunAt, maxAgeSeconds)) {
    const hours = Math.floor(secondsBetween(approve.decidedAt, begunAt) / 3600);
    return `${name} has these artifacts, but its approve was ${hours} h old and it had not been released with it.`;
  }
  if (!isStanding({ release, decision: approve }, at)) {
    return `${name} has these artifacts, but a later decision than its approve was not an approve.`;
  }
  return `${name} has these artifacts, but nothing allowed this deployment.`;
}

function whyNotApproved(name: string, { decision }: Candidate, { begunAt }: MatchedDeployment): string {
  const { kind, expiresAt } = decision;
  if (kind === "break_glass" && expiresAt && expiresAt.getTime() < begunAt.getTime()) {
    return `${name} has these artifacts; its break-glass had expired.`;
  }
  const waiting = decision.verdict === "waiver_required";
  return `${name} has these artifacts, but the gate had not approved it (${waiting ? "waiver needed" : "no-go"}).`;
}
