import { afterAll, beforeAll, beforeEach } from "vitest";
import { judgeDeployment } from "@/lib/jobs/handlers/judge-deployment";
import { putManifest } from "@/lib/registry/manifest/put";
import { countOf } from "./census";
import { manifestDocument } from "./documents";
import { type FakeGitHub, fakeGitHub } from "./fake-github";
import {
  deliver,
  linkedGitHub,
  REPOSITORY,
  received,
  type StoredRequest,
  storedRequest,
  unique,
} from "./github-webhook";
import type { TestIntegration } from "./integration-records";
import { protectionRuleEvent } from "./protection-rule";
import type { OpenDatabase } from "./registry";
import { type Approvers, approveAll, newApprovers, type ReadyRelease, readyRelease } from "./release";
import { newTenant, newToken, type TestTenant, type TestToken } from "./tenant";

/** A tenant whose shop deploys through a GitHub that is a fake peer. */
export type Judging = {
  tenant: TestTenant;
  pipeline: TestToken["actor"];
  approvers: Approvers;
  github: TestIntegration;
  peer: FakeGitHub;
  /** A deployment of this commit to production that waits for its answer. */
  asked(commit: string): Promise<string>;
  judge(requestId: string): Promise<void>;
  stored(requestId: string): Promise<StoredRequest>;
  decisions(): Promise<number>;
  approvedRelease(): Promise<ReadyRelease>;
  /** A new revision of the manifest, which voids every signature. */
  revise(release: ReadyRelease): Promise<void>;
};

export function openJudging(database: OpenDatabase): Judging {
  const open = {} as Judging;
  beforeAll(async () => {
    open.peer = await fakeGitHub();
    open.tenant = await newTenant();
    open.pipeline = (await newToken(open.tenant)).actor;
    open.approvers = await newApprovers(open.tenant);
    open.github = await linkedGitHub(open.tenant, "GitHub", open.peer.apiUrl);
  });
  afterAll(() => open.peer?.close());
  beforeEach(() => {
    const { told, tokenRequests, next, nextTokens } = open.peer;
    for (const list of [told, tokenRequests, next, nextTokens]) list.length = 0;
  });
  return Object.assign(open, {
    async asked(commit: string) {
      const run = unique();
      const callbackUrl = open.peer.callback(REPOSITORY, String(run));
      const wish = { repository: REPOSITORY, environment: "production", commit, callbackUrl, deploymentId: run };
      return received(await deliver(open.github, protectionRuleEvent(wish))).requestId;
    },
    judge: (requestId: string) => judgeDeployment({ tenantId: open.tenant.tenantId, requestId }, 0),
    stored: (requestId: string) => storedRequest(database.web, open.tenant.tenantId, requestId),
    decisions: () => countOf(database.web, open.tenant.tenantId, "decision"),
    async approvedRelease() {
      const release = await readyRelease(open.pipeline);
      await approveAll(open.approvers, release);
      return release;
    },
    async revise(release: ReadyRelease) {
      const content = manifestDocument(release, { feature_flags: [{ name: "late", from: null, to: "on" }] });
      await putManifest({ actor: open.pipeline }, { releaseId: release.id, content });
    },
  });
}
