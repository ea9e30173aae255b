import { describe, expect, it } from "vitest";
import { leadingHrefs, readinessHref, readReadinessQuery } from "./query";
import { breadcrumbOf, titleOf } from "./scope-path";

const now = new Date("2026-11-24T12:00:00Z");

describe("the address of the readiness page", () => {
  it("keeps what is chosen, and takes a word that is no period or measure for none", async () => {
    const read = (params: Record<string, string>) => readReadinessQuery(Promise.resolve(params));
    expect(await read({ period: "2026-Q3", service: "cli", trend: "releases" })).toEqual({
      ...{ period: "2026-Q3", service: "cli", trend: "releases" },
    });
    expect(await read({ period: "soon", service: "", trend: "all" })).toEqual({ period: "90d", trend: "runs" });
  });

  it("leaves out what is usual", () => {
    expect(readinessHref({ period: "90d" }, "runs")).toBe("/readiness");
    expect(readinessHref({ period: "30d", service: "cli" }, "releases")).toBe(
      "/readiness?service=cli&period=30d&trend=releases",
    );
  });

  it("leads back up from an environment of a service to the service, and from there to all, in the same period", () => {
    const query = { period: "30d", service: "cli", environment: "staging", trend: "runs" as const };
    expect(titleOf(query)).toBe("Readiness of cli in staging");
    expect(breadcrumbOf(query)).toEqual([
      { href: "/readiness?period=30d", label: "All services" },
      { href: "/readiness?service=cli&period=30d", label: "cli" },
    ]);
    expect(breadcrumbOf({ period: "30d", trend: "runs" })).toBeUndefined();
  });
});

describe("the links behind the five numbers", () => {
  it("lead to the ordinary lists while the period lasts", () => {
    const hrefs = leadingHrefs({ period: "90d", service: "cli" }, now);
    expect(hrefs.ready).toBe("/releases?verdict=approve&open=1&service=cli");
    expect(hrefs.itemsOverdue).toBe("/action-items?origin=incident&overdue=yes&service=cli");
    expect(hrefs.firstPass).toBe("/readiness/first-evaluations?verdict=approve&period=90d&service=cli");
  });

  it("lead to what was so at the end of a period that is over", () => {
    const hrefs = leadingHrefs({ period: "2026-Q3" }, now);
    expect(hrefs.ready).toBe("/readiness/ready?period=2026-Q3");
    expect(hrefs.itemsOverdue).toBe("/readiness/overdue-items?period=2026-Q3");
    expect(leadingHrefs({ period: "2026-Q4" }, now).ready).toBe("/releases?verdict=approve&open=1");
  });
});
