import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { transaction } from "@/db/client";
import { metricsSnapshot } from "@/db/schema/evidence";
import { metricsDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { submitMetrics } from "./submit";

openDatabase();

it("one run's metrics are the same submission before and after their export", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const subject = { service: "service-api", environment: "staging", version: "1.0", commit: "a".repeat(40) };
  const document = metricsDocument(subject);
  const submit = (sent: object) => submitMetrics({ actor }, { service: "service-api", document: sent });
  const first = await submit({ ...document, exported: false });
  for (const sent of [{ ...document, exported: true }, document]) {
    expect(await submit(sent)).toEqual({ ...first, duplicate: true });
  }
  const rows = await transaction({ tenantId: tenant.tenantId }, (tx) =>
    tx.select().from(metricsSnapshot).where(eq(metricsSnapshot.tenantId, tenant.tenantId)),
  );
  expect(rows.map((row) => row.document)).toEqual([document]);
});
