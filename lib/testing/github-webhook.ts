import type pg from "pg";
import { linkRepository } from "@/lib/registry/integration/link";
import { type Answer, call } from "./http";
import { gitHubHeaders, newIntegration, type TestIntegration } from "./integration-records";
import { protectionRuleEvent } from "./protection-rule";
import { asApp } from "./registry";
import type { TestTenant } from "./tenant";

export const REPOSITORY = "Acme/Shop";
export const COMMIT = "a".repeat(40);
let count = 0;

/** A number that no other delivery, run or deployment of this test file has. */
export function unique(): number {
  count += 1;
  return count;
}
export const nextDelivery = (): string => `72d3162e-cc78-11e3-81ab-${String(unique()).padStart(12, "0")}`;
export const callbackUrl = (run: string | number): string =>
  `https://api.github.com/repos/${REPOSITORY}/actions/runs/${run}/deployment_protection_rule`;

/** An event of the shop's repository for production, with other members in place of some. */
export const eventOf = (more: Record<string, unknown> = {}, run: string | number = 1): Record<string, unknown> => ({
  ...protectionRuleEvent({
    repository: REPOSITORY,
    environment: "production",
    commit: COMMIT,
    callbackUrl: callbackUrl(run),
  }),
  ...more,
});

/** A GitHub integration that knows the shop's repository as the tenant's service. */
export async function linkedGitHub(tenant: TestTenant, name: string, apiUrl?: string): Promise<TestIntegration> {
  const made = await newIntegration(tenant, "github", { name, apiUrl });
  const link = { integrationId: made.id, repository: REPOSITORY, serviceId: tenant.service.id };
  await linkRepository({ actor: tenant.admin }, link);
  return made;
}

export function deliver(to: TestIntegration, body: unknown, deliveryId = nextDelivery(), name?: string) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = gitHubHeaders(to.secret, text, deliveryId, name);
  return call("POST", `/api/v1/webhooks/${to.id}`, { body: text, headers });
}

export type Received = { requestId: string; state: string; duplicate: boolean; repeated: boolean };
export const received = ({ json }: Answer): Received => json as unknown as Received;

export type StoredRequest = {
  id: string;
  external_id: string;
  state: string;
  note: string | null;
  commit: string;
  reports: number;
  decision_id: string | null;
  release_id: string | null;
};

/** What is stored of an integration's requests but for ids and times, in the order of the sender's names. */
export async function requestsOf(web: pg.Pool, { actor, id }: TestIntegration): Promise<Omit<StoredRequest, "id">[]> {
  return asApp(web, actor, async (client) => {
    const text = `select to_jsonb(r) - '{id,requested_at,judged_at,answered_at,integration_id}'::text[] as row
      from deployment_request r where integration_id = $1 order by external_id`;
    return (await client.query(text, [id])).rows.map(({ row }) => row);
  });
}

export async function storedRequest(web: pg.Pool, tenantId: string, requestId: string): Promise<StoredRequest> {
  return asApp(web, { tenantId }, async (client) => {
    const { rows } = await client.query("select * from deployment_request where id = $1", [requestId]);
    return rows[0];
  });
}
