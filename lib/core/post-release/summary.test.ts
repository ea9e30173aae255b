import { expect, it } from "vitest";
import { releaseSummary, type SummaryFacts } from "./summary";

const item = (id: "archived" | "rehearsal" | "notified" | "runbooks", state: "done" | "open") => ({
  ...{ id, title: `Title of ${id}`, state, why: "", evidence: null },
});
const facts: SummaryFacts = {
  service: "service-api",
  environment: "production",
  version: "2.4.0",
  commit: "4f2c9a7be01d3856a9c4e7f10b2d5c8e6a3f9014",
  decision: { kind: "gate", verdict: "approve" },
  approvals: [
    { name: "Chris Board", role: "change-board", onBehalfOf: null },
    { name: "Sam Reliable", role: "sre-on-call", onBehalfOf: "Rita Away" },
  ],
  waivers: [
    { check: "security.medium", finding: "CVE-1", expiresAt: "2025-10-20T10:00:00Z", grantedBy: "Chris Board" },
  ],
  leadTimeSeconds: 93_784,
  rollback: { summary: "Deploy the version before", targetVersion: "2.3.9", owner: "sre" },
  checklist: { items: [item("archived", "done"), item("notified", "open")], done: 1, open: 1 },
  dashboards: [{ label: "Latency", url: "https://grafana.example.com/d/1" }],
};

it("tells what was released, on whose word, how to go back and where to look", () => {
  expect(releaseSummary(facts)).toEqual({
    title: "Released: service-api 2.4.0 to production",
    verdict: "GO",
    text: [
      "service-api 2.4.0 (commit 4f2c9a7be01d) was rolled out to production.",
      "Gate: approved.",
      "Approved by: Chris Board (change-board), Sam Reliable (sre-on-call, on behalf of Rita Away).",
      "Waivers: security.medium (CVE-1) by Chris Board until 2025-10-20.",
      "Lead time: 1 day 2 hours.",
      "Rollback plan: Deploy the version before (to 2.3.9, sre).",
      "Checklist: complete.",
      "Latency: https://grafana.example.com/d/1",
    ].join("\n"),
  });
});

it("break-glass is never told as approved", () => {
  const { verdict, text } = releaseSummary({ ...facts, decision: { kind: "break_glass", verdict: "reject" } });
  expect(verdict).toBeNull();
  expect(text).toContain("not approved");
  expect(text).not.toContain("Gate:");
});

it("what is not there is said to be none, and what is open is named", () => {
  const { text, verdict } = releaseSummary({
    ...facts,
    ...{ decision: null, approvals: [], waivers: [], leadTimeSeconds: null, rollback: null, dashboards: [] },
    checklist: { items: [item("runbooks", "open")], done: 0, open: 1 },
  });
  expect(verdict).toBeNull();
  for (const line of ["Gate: no decision", "by: nobody", "Waivers: none", "plan: none", "1 open: Title of runbooks"]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain("Lead time");
});

it.each([
  [0, "less than a minute"],
  [60, "1 minute"],
  [3_600, "1 hour"],
  [86_400 * 31 + 3_600, "31 days 1 hour"],
])("a lead time of %i s is told as %s", (leadTimeSeconds, words) => {
  expect(releaseSummary({ ...facts, leadTimeSeconds }).text).toContain(`Lead time: ${words}.`);
});
