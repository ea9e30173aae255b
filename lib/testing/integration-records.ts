import { generateKeyPairSync } from "node:crypto";
import type { IntegrationActor } from "@/lib/core/access";
import { signatureOf } from "@/lib/integrations/signature";
import { receiveDeployment } from "@/lib/registry/deployment-request/receive";
import { createIntegration } from "@/lib/registry/integration/create";
import { linkRepository } from "@/lib/registry/integration/link";
import { confirmed, type TestTenant } from "./tenant";

// Read once, when the first secret is sealed or the first peer is asked: after this file was loaded.
process.env.NEXTAUTH_SECRET ??= "a secret of the tests that is long enough";
process.env.NEXTAUTH_URL ??= "http://readiness.test";
process.env.READINESS_ALLOW_PRIVATE_ADDRESSES ??= "127.0.0.0/8";

let pair: { privateKey: string; publicKey: string } | undefined;

/** An RSA key as GitHub makes it for an app, one for the run. */
export function appKeys(): { privateKey: string; publicKey: string } {
  pair ??= generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return pair;
}

export type TestIntegration = { id: string; secret: string; actor: IntegrationActor };

export async function newIntegration(
  { admin, tenantId }: TestTenant,
  kind: "github" | "webhook",
  { name = kind as string, apiUrl = "https://api.github.com" } = {},
): Promise<TestIntegration> {
  const github = { kind, name, apiUrl, appId: "12345", privateKey: appKeys().privateKey };
  const made = await createIntegration(confirmed(admin), kind === "github" ? github : { kind, name });
  return { id: made.id, secret: made.webhookSecret, actor: { kind: "integration", id: made.id, tenantId, name } };
}

/** Headers of a delivery as GitHub sends it. */
export const gitHubHeaders = (
  secret: string,
  body: string,
  deliveryId: string,
  event = "deployment_protection_rule",
) => ({
  "content-type": "application/json",
  "x-github-event": event,
  "x-github-delivery": deliveryId,
  "x-hub-signature-256": signatureOf(secret, body),
});

/** Headers of a question to a generic webhook. */
export function questionHeaders(secret: string, body: string, deliveryId: string, at = Date.now()) {
  const timestamp = String(Math.floor(at / 1000));
  return {
    "content-type": "application/json",
    "x-readiness-delivery": deliveryId,
    "x-readiness-timestamp": timestamp,
    "x-readiness-signature-256": signatureOf(secret, `${timestamp}.`, body),
  };
}

type Place = { service: string; serviceId: string; environmentId: string; commit: string };

/** An integration with a link, a delivery and a request that waits. */
export async function integrationRecords(tenant: TestTenant, { service, serviceId, environmentId, commit }: Place) {
  const { id: integration, actor } = await newIntegration(tenant, "github", { name: `GitHub of ${service}` });
  const repository = `acme/${service}`;
  const link = { integrationId: integration, repository, serviceId, environments: { prod: environmentId } };
  const { id: integrationLink } = await linkRepository({ actor: tenant.admin }, link);
  const { requestId } = await receiveDeployment({ actor }, deploymentWish(repository, commit));
  return { integration, integrationLink, deploymentRequest: requestId };
}

export const deploymentWish = (repository: string, commit: string, run = "1") => ({
  deliveryId: `delivery-${run}`,
  event: "deployment_protection_rule",
  externalId: `run/${run}/1/prod`,
  repository,
  environment: "prod",
  commit,
  callbackUrl: `https://api.github.com/repos/${repository}/actions/runs/${run}/deployment_protection_rule`,
  installationId: "77",
});
