import { beforeAll, describe, expect, it } from "vitest";
import { log } from "@/lib/observability/log";
import { countOf, ledgerOf } from "@/lib/testing/census";
import { failedScorecardDocument, scorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newRelease, type TestRelease } from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant, type TestToken } from "@/lib/testing/tenant";
import { submitScorecard } from "../scorecard/submit";
import { listEvents, suiteFailures } from "./queries";

const database = openDatabase();
let tenant: TestTenant;
let token: TestToken;

beforeAll(async () => {
  log.level = "silent";
  tenant = await newTenant();
  token = await newToken(tenant);
});

const submit = ({ service, environment, commit }: TestRelease, document: unknown) =>
  submitScorecard({ actor: token.actor }, { service, environment, commit, document });
const events = () => countOf(database.web, tenant.tenantId, "readiness_event");
const RUN_URL = "https://ci.example.com/runs/7";

describe("a stored scorecard with a failed suite", () => {
  it("records one event for it, with its owner, reasons and links, and lists it in the ledger", async () => {
    const release = await newRelease(token.actor);
    const document = { ...failedScorecardDocument(release), owner: "checkout-team", run_url: RUN_URL };
    const { id } = await submit(release, document);
    const found = await suiteFailures(tenant.admin, id);
    expect(found).toEqual([
      {
        id: expect.any(String),
        name: "readiness.suite_failed",
        at: expect.stringMatching(/Z$/),
        service: "service-api",
        environment: "production",
        owner: "checkout-team",
        scorecardId: id,
        data: {
          suite: "unit",
          reasons: ["1 test failed"],
          failingTests: ["adds up"],
          failingTestsTotal: 1,
          notRun: [],
          run: document.run_id,
          commit: release.commit,
          environment: "production",
          links: { scorecard: `/scorecards/${id}`, run: RUN_URL },
        },
      },
    ]);
    const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(last?.body).toMatchObject({
      command: "scorecard.submit",
      data: { events: [{ name: "readiness.suite_failed", id: found[0]?.id, suite: "unit", owner: "checkout-team" }] },
    });
  });

  it("names the service's owner where the scorecard names none", async () => {
    const release = await newRelease(token.actor);
    const { id } = await submit(release, failedScorecardDocument(release));
    expect((await suiteFailures(tenant.admin, id)).map(({ owner }) => owner)).toEqual(["platform"]);
  });

  it("records one event for each of them, in the scorecard's order", async () => {
    const release = await newRelease(token.actor);
    const document = scorecardDocument(release);
    const suites = document.suites.map((suite) => ({ ...suite, status: "failed" }));
    const { id } = await submit(release, { ...document, suites });
    const failed = (await suiteFailures(tenant.admin, id)).map(({ data }) => data.suite);
    expect(failed).toEqual(["unit", "integration", "end-to-end", "performance", "security"]);
  });

  it("records none again when it is sent again, however much at once", async () => {
    const release = await newRelease(token.actor);
    const before = await events();
    const document = failedScorecardDocument(release);
    await Promise.all(Array.from({ length: 8 }, () => submit(release, document)));
    expect(await events()).toBe(before + 1);
  });
});

it("a scorecard whose suites passed or were skipped records nothing", async () => {
  const release = await newRelease(token.actor);
  const before = await events();
  await submit(release, scorecardDocument(release));
  const document = scorecardDocument(release, "with a skipped suite");
  const suites = document.suites.map((suite) => (suite.name === "unit" ? { name: "unit", status: "skipped" } : suite));
  await submit(release, { ...document, overall_passed: false, suites });
  expect(await events()).toBe(before);
  const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
  expect(last?.body.data).not.toHaveProperty("events");
});

describe("the list of events", () => {
  it("is read newest first, page by page, each event once", async () => {
    const place = await newTenant();
    const { actor } = await newToken(place);
    const runs: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const release = await newRelease(actor);
      const { service, environment, commit } = release;
      const document = failedScorecardDocument(release);
      await submitScorecard({ actor }, { service, environment, commit, document });
      runs.unshift(document.run_id);
    }
    const page = (after?: string) => listEvents(place.admin, { name: "readiness.suite_failed" }, { after, size: 2 });
    const seen: string[] = [];
    for (let found = await page(); ; found = await page(found.next ?? "")) {
      seen.push(...found.items.map(({ data }) => data.run));
      if (!found.next) break;
    }
    expect(seen).toEqual(runs);
  });

  it("shows another tenant and a token of another service nothing", async () => {
    const release = await newRelease(token.actor);
    const { id } = await submit(release, failedScorecardDocument(release));
    const { admin } = await newTenant();
    expect(await suiteFailures(admin, id)).toEqual([]);
    expect((await listEvents(admin, { name: "readiness.suite_failed" })).items).toEqual([]);
    const elsewhere = "01900000-0000-7000-8000-000000000000";
    const limited = { ...token.actor, serviceId: elsewhere };
    expect((await listEvents(limited, { name: "readiness.suite_failed" })).items).toEqual([]);
    expect(await suiteFailures({ ...token.actor, environmentId: elsewhere }, id)).toEqual([]);
    expect(await suiteFailures(token.actor, id)).toHaveLength(1);
    expect(await suiteFailures(token.actor, "no-id")).toEqual([]);
  });
});
