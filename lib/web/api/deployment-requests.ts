import { z } from "zod";
import { REQUEST_STATES } from "@/lib/core/deployment/answer";
import { requestById } from "@/lib/registry/deployment-request/queries";
import { readRoute } from "../route";

const instant = z.string();
const deploymentRequest = z.strictObject({
  id: z.uuid(),
  integration: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(["github", "webhook"]) }),
  repository: z.string(),
  externalEnvironment: z.string().describe("As the sender calls it"),
  service: z.string().nullable(),
  environment: z.string().nullable(),
  commit: z.string(),
  state: z.enum(REQUEST_STATES).describe("Only `approved` lets the deployment through"),
  note: z.string().nullable().describe("Why, and while it waits what has to be done"),
  releaseId: z.uuid().nullable(),
  decisionId: z.uuid().nullable(),
  requestedAt: instant,
  judgedAt: instant.nullable(),
  answeredAt: instant.nullable(),
});

export const deploymentRequestRoute = readRoute({
  method: "GET",
  path: "/api/v1/deployment-requests/{id}",
  id: "getDeploymentRequest",
  summary: "A deployment that asked by webhook, and what it was told",
  description: "The id is the `requestId` that the webhook was answered with.",
  answer: deploymentRequest,
  read: (actor, { id }) => requestById(actor, id),
});
