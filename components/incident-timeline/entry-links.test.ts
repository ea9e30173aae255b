import { expect, it } from "vitest";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { entryLinks } from "./entry-links";

const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  ...{ id: "e", sequence: 1, kind: "note", at: "2026-03-01T12:00:00Z", recordedAt: "2026-03-01T12:00:00Z" },
  ...{ text: "text", refersTo: null, evidenceUrl: null, data: {} },
  by: { kind: "person", id: "p", name: "Pat Person" },
  ...more,
});

it("an entry leads to the record that it speaks of and to its evidence, each once", () => {
  const evidenceUrl = "https://dashboards.example/pool";
  expect(entryLinks(entry({}))).toEqual([]);
  expect(entryLinks(entry({ evidenceUrl }))).toEqual([{ href: evidenceUrl, label: "Evidence" }]);
  expect(entryLinks(entry({ kind: "release", data: { releaseId: "r", version: "1.4.0" } }))).toEqual([
    { href: "/releases/r", label: "Release" },
  ]);
  expect(entryLinks(entry({ kind: "release", data: { releaseId: null, isCause: false } }))).toEqual([]);
  expect(entryLinks(entry({ kind: "merge", data: { incident: "i", reference: "INC-7", direction: "from" } }))).toEqual([
    { href: "/incidents/i", label: "INC-7" },
  ]);
  const alert = { source: "a", key: "k", url: evidenceUrl, runbookUrl: "https://runbooks.example/pool" };
  expect(entryLinks(entry({ kind: "alert", data: alert, evidenceUrl }))).toEqual([
    { href: evidenceUrl, label: "Alert" },
    { href: alert.runbookUrl, label: "Runbook" },
  ]);
});
