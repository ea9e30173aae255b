import { z } from "zod";
import { DEPLOYMENT_STATES } from "@/lib/core/deployment/facts";
import { DEPLOYMENT_MATCHES } from "@/lib/core/deployment/match";
import { reportDeployment } from "@/lib/registry/deployment/report";
import { route } from "../route";

export const reportDeploymentRoute = route(reportDeployment, {
  method: "POST",
  path: "/api/v1/deployments",
  id: "reportDeployment",
  summary: "Report a deployment that has started or ended",
  description:
    "Matched at once to the decision that allowed it; one to a production environment that nothing allowed opens a " +
    "finding. Reports of one `externalId` add up in any order; the same report again changes nothing, another commit " +
    "or version is a conflict. Name the artifacts: without them only the commit is left to go by.",
  body: reportDeployment.input,
  answer: z.strictObject({
    id: z.uuid(),
    state: z.enum(DEPLOYMENT_STATES).describe("Of the latest report by its own time"),
    match: z
      .enum(DEPLOYMENT_MATCHES)
      .describe("`bypass`: nothing allowed it, and a person has to explain it; `recorded`: no approval is asked for"),
    explanation: z.string(),
    releaseId: z.uuid().nullable(),
    decisionId: z.uuid().nullable(),
    duplicate: z.boolean().describe("True: nothing in this report was new"),
  }),
  answerStatus: 201,
  input: (body) => body,
});
