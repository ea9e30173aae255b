import { expect, it } from "vitest";
import { scorecardDocument } from "@/lib/testing/documents";
import { recordsOf } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { listEntries } from "./ledger/queries";
import { listPeople } from "./person/queries";
import { listRehearsals, rehearsalDetail } from "./rehearsal/queries";
import { listReviews, reviewDetail } from "./review/queries";
import { listScorecards, scorecardDetail } from "./scorecard/queries";
import { submitScorecard } from "./scorecard/submit";
import { listServices } from "./service/queries";
import { listTokens } from "./token/queries";
import { waiverDetail } from "./waiver/detail";
import { listWaivers } from "./waiver/queries";

openDatabase();

it("another tenant's records are not found by id, and its lists are not seen", async () => {
  const theirs = await newTenant();
  const { ids } = await recordsOf(theirs, "their-service", "their-place");
  const { items } = await listScorecards(theirs.admin, {});
  const scorecard = items[0]?.id ?? "";
  await scorecardDetail(theirs.admin, scorecard);

  const { admin } = await newTenant();
  const missing = { code: "not_found" };
  await expect(scorecardDetail(admin, scorecard)).rejects.toMatchObject(missing);
  await expect(rehearsalDetail(admin, ids.rehearsal)).rejects.toMatchObject(missing);
  await expect(waiverDetail(admin, ids.waiver)).rejects.toMatchObject(missing);
  await expect(reviewDetail(admin, ids.review)).rejects.toMatchObject(missing);
  await expect(waiverDetail(admin, "not-an-id")).rejects.toMatchObject(missing);
  expect((await listScorecards(admin, {})).items).toEqual([]);
  expect((await listRehearsals(admin, {})).items).toEqual([]);
  expect((await listWaivers(admin, { view: "all" })).items).toEqual([]);
  expect((await listReviews(admin)).items).toEqual([]);
  expect((await listTokens(admin, {})).items).toEqual([]);
  expect((await listEntries(admin, { record: ids.waiver })).items).toEqual([]);
  expect((await listServices(admin, {})).items.map(({ slug }) => slug)).toEqual(["service-api"]);
  expect((await listPeople(admin, {})).items.map(({ name }) => name)).toEqual(["Ada Admin"]);
});

it("who may not manage tokens does not see them either", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  await expect(listTokens(actor, {})).rejects.toMatchObject({ code: "forbidden" });
  expect((await listTokens(tenant.admin, {})).items).toHaveLength(1);
});

it("a scorecard is held against the policy as it was when it was made, however old it is now", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const subject = { service: "service-api", environment: "production", version: "1.0", commit: "a".repeat(40) };
  const document = { ...scorecardDocument(subject), generated_at: "2025-10-01T12:00:00Z" };
  const suites = document.suites.map((suite) =>
    suite.name === "performance" ? { ...suite, p95_latency_ms: 200 } : suite,
  );
  const { service, environment, commit } = subject;
  const { id } = await submitScorecard({ actor }, { service, environment, commit, document: { ...document, suites } });
  const { checks } = await scorecardDetail(tenant.admin, id);
  const fallingShort = checks.filter(({ outcome }) => outcome !== "pass").map((check) => [check.id, check.observed]);
  expect(fallingShort).toEqual([["performance.p95_ms", 200]]);
});
