import { z } from "zod";
import { DEPLOYMENT_STATES } from "@/lib/core/deployment/facts";
import { sha256Text } from "@/lib/core/digest";
import { instantText } from "@/lib/core/instant";
import { commitText, versionText } from "@/lib/core/release/identity";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { command } from "../command";
import { recordDeployment } from "./record";

/** What a pipeline says of a deployment: that it starts, or how it ended. */
export const deploymentReport = z.strictObject({
  service: z.string(),
  environment: z.string(),
  /** The same name is the same deployment. */
  externalId: z.string().regex(/^[\x21-\x7e]{1,200}$/, "must be 1 to 200 printable characters without spaces"),
  commit: commitText.optional(),
  version: versionText.optional(),
  artifacts: z.array(sha256Text).max(1000).default([]),
  state: z.enum(DEPLOYMENT_STATES),
  /** When that was, by the reporter's clock. */
  deployedAt: instantText,
  url: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .max(2000)
    .optional(),
  /** Who deployed: an e-mail address, or a name. */
  deployedBy: z.string().trim().min(1).max(200).optional(),
});

/** Records a deployment that has happened and matches it to the decision that allowed it. */
export const reportDeployment = command({
  name: "deployment.report",
  permission: "deployment:report",
  input: deploymentReport,
  async run(scope, given) {
    const { tx, actor } = scope;
    const service = await serviceBySlug(tx, actor, given.service);
    const environment = await environmentBySlug(tx, actor, given.environment);
    return recordDeployment(
      scope,
      { service, environment },
      { source: "api", integrationId: null, externalId: given.externalId },
      {
        state: given.state,
        at: new Date(given.deployedAt),
        commit: given.commit ?? null,
        version: given.version ?? null,
        artifacts: given.artifacts,
        url: given.url ?? null,
        deployedBy: given.deployedBy ?? null,
      },
    );
  },
});
