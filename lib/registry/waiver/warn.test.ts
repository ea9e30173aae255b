import { expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { noticesOf } from "@/lib/testing/notices";
import { openDatabase } from "@/lib/testing/registry";
import { requestInput } from "@/lib/testing/rehearsal-records";
import { newRelease } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken } from "@/lib/testing/tenant";
import { advanceRelease } from "../release/advance";
import { grantWaiver } from "./grant";
import { requestWaiver } from "./request";
import { revokeWaiver } from "./revoke";
import { warnOfExpiry } from "./warn";

const database = openDatabase();
const DAY = 86_400_000;

it("a waiver's expiry is told a week and a day ahead, each once, while it lets through what can still ship", async () => {
  const tenant = await newTenant();
  const [board, ana] = [
    await newPerson(tenant, ["change-board"], "Chris Board"),
    await newPerson(tenant, ["engineer"], "Ana Asker"),
  ];
  await newPerson(tenant, ["release-engineer"], "Rosa Release");
  await newPerson(tenant, ["product-owner"], "Paula Product");
  const { actor } = await newToken(tenant);
  const until = Date.now() + 10 * DAY;
  const waive = async (by: PersonActor, more: object = {}) => {
    const { id: releaseId } = await newRelease(actor);
    const input = { ...requestInput(releaseId), expiresAt: new Date(until).toISOString(), ...more };
    const request = by === board ? {} : { requestId: (await requestWaiver({ actor: by }, input)).id };
    return { ...(await grantWaiver(confirmed(board), { ...input, ...request })), releaseId };
  };
  const ofService = await waive(board, { scope: { serviceId: tenant.service.id } });
  const [asked, revoked, aborted] = [await waive(ana), await waive(board), await waive(board)];
  const short = await waive(board, { expiresAt: new Date(until - 4 * DAY).toISOString() });
  await revokeWaiver({ actor: board }, { waiverId: revoked.id, reason: "Mended." });
  await advanceRelease(
    { actor },
    { releaseId: aborted.releaseId, stage: "aborted", status: "succeeded", note: "Given up." },
  );

  const toldAt = async (daysBefore: number) => {
    const now = new Date(until - daysBefore * DAY);
    await Promise.all([warnOfExpiry(tenant.tenantId, now), warnOfExpiry(tenant.tenantId, now)]);
    return new Set(await noticesOf(database.web, tenant.tenantId, "waiver-expiring"));
  };
  const notices = (id: string, warning: string, ...names: string[]) =>
    names.map((name) => `${id}:${warning} → ${name}`);
  expect(await toldAt(7.001)).toEqual(new Set());
  const weekAhead = [
    ...notices(asked.id, "7d", "Ana Asker", "Chris Board", "Rosa Release"),
    ...notices(ofService.id, "7d", "Chris Board", "Rosa Release"),
  ];
  expect(await toldAt(7)).toEqual(new Set(weekAhead));
  const shortDayAhead = notices(short.id, "1d", "Chris Board", "Rosa Release");
  expect(await toldAt(5)).toEqual(new Set([...weekAhead, ...shortDayAhead]));
  const dayAhead = weekAhead.map((told) => told.replace(":7d", ":1d"));
  expect(await toldAt(1)).toEqual(new Set([...weekAhead, ...shortDayAhead, ...dayAhead]));
});
