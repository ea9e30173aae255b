import { expect, it } from "vitest";
import { allTenantIds } from "@/lib/registry/tenant/all-ids";
import { waitingJobs } from "@/lib/testing/jobs";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant } from "@/lib/testing/tenant";
import { sweep, sweepTenant } from "./sweep";

const database = openDatabase();

it("every tenant is swept in a job of its own, asked for once however often the minute strikes", async () => {
  const [one, other] = [await newTenant(), await newTenant()];
  await sweep();
  await sweep();
  expect(await allTenantIds()).toEqual(expect.arrayContaining([one.tenantId, other.tenantId]));
  for (const { tenantId } of [one, other]) expect(await waitingJobs(database.web, { tenantId })).toBe(1);
});

it("a sweep that fails is told, and the ones after it are done all the same", async () => {
  const { tenantId } = await newTenant();
  const seen: string[] = [];
  const fails = () => Promise.reject(new Error("no mail server"));
  const works = async (id: string, now: Date) => void seen.push(`${id} ${now.toISOString()}`);
  const at = new Date("2026-03-29T01:00:00Z");
  await expect(sweepTenant({ tenantId }, [fails, works], at)).rejects.toThrow("1 of 2 sweeps failed");
  expect(seen).toEqual([`${tenantId} 2026-03-29T01:00:00.000Z`]);
});
