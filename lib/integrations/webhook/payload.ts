import { z } from "zod";
import { invalid } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { commitText, slugText } from "@/lib/core/release/identity";

const callbackUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .max(2000)
  .refine((text) => !URL.canParse(text) || new URL(text).username === "", "must not hold credentials");

/** What a system that wants to deploy sends to a generic webhook. */
export const deploymentQuestion = z.strictObject({
  request_id: z.string().regex(/^[\x21-\x7e]{1,200}$/, "must be 1 to 200 printable characters without spaces"),
  service: slugText.optional(),
  repository: z.string().trim().toLowerCase().min(1).max(255).optional(),
  environment: z.string().min(1).max(255),
  commit: commitText,
  callback_url: callbackUrl.optional(),
});
export type DeploymentQuestion = z.output<typeof deploymentQuestion>;

export function readDeploymentQuestion(body: unknown): DeploymentQuestion {
  const question = parseWith(deploymentQuestion, body, "body");
  if ((question.service === undefined) === (question.repository === undefined)) {
    throw invalid("service", "name either the service or the repository");
  }
  return question;
}
